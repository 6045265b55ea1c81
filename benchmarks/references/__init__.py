"""What the product is measured against. Each module is an app that gunicorn serves: ``server``."""
