"""Files of the geodata and what both its maker and its tests must know; standard library only."""

from __future__ import annotations

from etl.inputs import ROOT

SOURCE = ROOT / ".make" / "world_50m.json"
COUNTRIES = ROOT / ".make" / "countries.geojson"
VENDOR = ROOT / "assets" / "vendor"
NAME = "world.json"

SPECIAL = ("XAC", "XAP", "XBT", "XHT", "XIT", "XJK")
"""Areas that the source gives no country: neutral grey, whatever is drawn."""
