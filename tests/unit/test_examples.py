"""The examples in docstrings say what the code does."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize("name", ["analysis.frames", "exports.formats", "exports.table"])
def test_the_examples_of_a_contract_run(name):
    found = doctest.testmod(import_module(name), raise_on_error=False)
    assert found.attempted >= 3
    assert found.failed == 0
