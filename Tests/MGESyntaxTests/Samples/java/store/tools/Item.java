package store.tools;

/** Never meant where store.model.Item is imported by name. */
public class Item {}
