import React, { useState, type FC } from 'react';
import { Box } from './sample';

interface Props<T> { items: T[]; render(item: T): JSX.Element; children?: React.ReactNode }

export function List<T extends { id: string }>({ items, render, ...rest }: Props<T>) {
  const [open, setOpen] = useState<boolean>(false);
  return (
    <>
      {/* a comment */}
      <Box.Item<T> key="a" onClick={() => setOpen(!open)} {...rest}>
        {items.map((item) => <li key={item.id}>{render(item)}</li>)}
        text ñ 日本 &amp; more
      </Box.Item>
      {open ? <br /> : null}
    </>
  );
}

export const View: FC = () => <List items={[]} render={(x: { id: string }) => <b>{x.id}</b>} />;
class Old extends React.Component<{}, {}> { render() { return <a.b.c d='e' /> } }
export default View;
