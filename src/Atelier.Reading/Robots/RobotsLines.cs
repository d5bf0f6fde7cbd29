namespace Atelier.Reading.Robots;

/// <summary>Lines as robots files have them: ended by LF, CR or both, and by nothing else.</summary>
internal static class RobotsLines
{
    public static Lines EnumerateRobotsLines(this ReadOnlySpan<char> text) => new(text);

    public ref struct Lines(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;
        private bool _done;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Lines GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_done)
                return false;
            var end = _rest.IndexOfAny('\n', '\r');
            if (end < 0)
            {
                Current = _rest;
                _done = true;
                return true;
            }
            Current = _rest[..end];
            var both = _rest[end] == '\r' && end + 1 < _rest.Length && _rest[end + 1] == '\n';
            _rest = _rest[(end + (both ? 2 : 1))..];
            return true;
        }
    }
}
