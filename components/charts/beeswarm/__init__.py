"""Every city as a dot over one value axis."""
