package shop_test

import (
	"testing"

	"example.org/store/shop"
)

type Item = shop.Item

func TestOpen(t *testing.T) {
	var opened *shop.Shop = shop.Open("x")
	if _, err := opened.Find("y"); err == nil {
		t.Fatal(Item{Name: "z"})
	}
	shop.ExportLargest(&Item{})
}
