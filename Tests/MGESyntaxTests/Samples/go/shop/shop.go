// Package shop sells things.
package shop

import (
	"errors"

	"example.org/store/shop/money"
)

const (
	Anything = "any"
	first    = iota + Most
	second
)

const Most = 10

var errMissing = errors.New("missing")

type (
	Limit struct{ Most, least int }

	// Item is one thing.
	Item struct {
		Name  string
		Price price.Price
		next  *Item
	}

	Catalog[K comparable, V Priced] struct {
		entries map[K]V
		Limit
	}

	Priced interface {
		Total() int
		comparable
	}

	Alias = Catalog[string, *Item]
)

type Shop struct {
	Alias
	name string
}

func NewItem(Name string, amount int) *Item {
	return &Item{Name: Name, Price: price.Price(amount)}
}

func Open(name string) *Shop {
	s := &Shop{name: name}
	s.entries = map[string]*Item{Anything: nil}
	return s
}

func (s *Shop) Find(name string) (item *Item, err error) {
	if item, ok := s.Get(name); ok {
		return item, nil
	}
	switch Most := s.Most; {
	case Most > second:
		return nil, errMissing
	}
	return s.entries[Anything].last(), errMissing
}

func (c Catalog[K, V]) Get(key K) (V, bool) {
	found, ok := c.entries[key]
	return found, ok
}
