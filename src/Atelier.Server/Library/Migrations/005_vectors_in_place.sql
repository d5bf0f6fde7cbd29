-- Ranking reads vectors by the thousand, and bodies by the twenty: a row's vector stays in the row, and its body moves out.
-- Passages that are there move when their document is read again.
alter table library.passages alter column vector set storage main;
