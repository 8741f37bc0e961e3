package shop

func (i *Item) Total() int {
	if i.next != nil {
		return int(i.Price) + i.next.Total()
	}
	return int(i.Price)
}

func (i *Item) last() *Item {
	for i.next != nil {
		i = i.next
	}
	_ = newline
	return i
}

func largest[V Priced](items ...V) (best V) {
	for _, item := range items {
		if item.Total() > best.Total() {
			best = item
		}
	}
	return
}
