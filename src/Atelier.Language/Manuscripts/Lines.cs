namespace Atelier.Language.Manuscripts;

/// <summary>The lines of a stretch of text, one after the other, without keeping them.</summary>
internal readonly record struct Lines(string Text, TextSpan Body)
{
    public Walker GetEnumerator() => new(Text, Body);

    internal struct Walker(string text, TextSpan body)
    {
        private int _next = body.Start;

        /// <summary>Without its end of line, with its indent.</summary>
        public TextSpan Current { get; private set; }

        public bool MoveNext()
        {
            if (_next >= body.End)
                return false;
            var start = _next;
            var length = text.AsSpan(start, body.End - start).IndexOf('\n');
            var end = length < 0 ? body.End : start + length;
            _next = length < 0 ? body.End : end + 1;
            if (end > start && text[end - 1] == '\r')
                end--;
            Current = new(start, end);
            return true;
        }
    }
}
