"""Other formats in and out: the JSON of the model and its schema, and the settings of a project.

Only this room imports pydantic, and only where something is read: writing the JSON needs nothing but the model.
"""
