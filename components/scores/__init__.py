"""What pages say of a score: findings, tiles, profiles."""
