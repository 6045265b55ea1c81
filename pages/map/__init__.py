"""Cities of the world by one measure."""
