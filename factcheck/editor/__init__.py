"""The language server: findings while an article is written."""
