"""What every chart is drawn with: frame, axes, palette, marks."""
