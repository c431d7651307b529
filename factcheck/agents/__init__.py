"""Tools for agents, served by the Model Context Protocol."""
