using System.Text;
using Atelier.Library.Documents;
using Atelier.Library.Extracting.Encodings;

namespace Atelier.Library.Extracting;

/// <summary>Plain text, in whatever it is written in. Nothing of it is held but a buffer.</summary>
internal sealed class PlainText : IExtractor
{
    private const int Block = 64 * 1024;

    // One line in a thousand characters, or a zero in a thousand bytes, is a slip; more is no text.
    private const double MostZeros = 0.001;

    public IReadOnlyList<DocumentFormat> Formats => [DocumentFormat.Txt];

    public Task ReadAsync(SourceFile source, TextDraft draft, IProgress<double> progress, CancellationToken cancel)
    {
        using var file = source.Open();
        Read(file, source.Encoding, draft, progress, cancel);
        return Task.CompletedTask;
    }

    public static void Read(
        FileStream file,
        string? asked,
        TextDraft draft,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        var guess = asked is null ? EncodingGuess.Of(file, cancel) : new Guess(asked.ToLowerInvariant(), IsSure: true);
        draft.Encoding = guess.Name;
        if (!guess.IsSure)
            draft.Warn(
                "encoding_guessed",
                $"Read as {guess.Name}, which is a guess. Choose another where letters look wrong."
            );
        file.Position = 0;
        using var reader = new StreamReader(
            file,
            KnownEncodings.Find(guess.Name)!,
            detectEncodingFromByteOrderMarks: false,
            Block,
            leaveOpen: true
        );
        var buffer = new char[Block];
        var (lines, characters, zeros, replaced) = (new Lines(draft), 0L, 0L, 0L);
        while (reader.ReadBlock(buffer, 0, buffer.Length) is var read and > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var text = buffer.AsSpan(0, read);
            if (characters == 0)
                lines.Look(text);
            characters += read;
            zeros += text.Count('\0');
            replaced += text.Count('\uFFFD');
            lines.Add(text);
            progress.Report((double)file.Position / file.Length);
        }
        if (zeros > characters * MostZeros)
            throw Unreadable.NotText("The file has zero bytes, which no text has. It is data, or in another encoding.");
        if (zeros > 0)
            draft.Warn("zeros_dropped", $"{zeros} zero bytes were left out.");
        if (replaced > 0)
            draft.Warn("characters_replaced", $"{replaced} characters could not be read as {guess.Name}.");
    }

    /// <summary>Line ends of three systems, and two ways to part paragraphs: a blank line, or every line.</summary>
    private sealed class Lines(TextDraft draft)
    {
        private const int LongLine = 120; // nobody wraps lines there by hand

        private bool _isEveryLine;
        private bool _wasReturn;

        public void Look(ReadOnlySpan<char> head)
        {
            var (lines, blank, longer) = (0, 0, 0);
            foreach (var line in head.EnumerateLines())
            {
                lines++;
                if (line.IsWhiteSpace())
                    blank++;
                else if (line.Length > LongLine)
                    longer++;
            }
            _isEveryLine = longer > lines * 0.2 && blank < lines * 0.05;
        }

        public void Add(ReadOnlySpan<char> text)
        {
            while (!text.IsEmpty)
            {
                var end = text.IndexOfAny('\n', '\r', '\f');
                if (end != 0)
                    _wasReturn = false;
                if (end < 0)
                {
                    draft.Append(text);
                    return;
                }
                draft.Append(text[..end]);
                End(text[end]);
                text = text[(end + 1)..];
            }
        }

        private void End(char mark)
        {
            if (mark == '\f' || _isEveryLine)
                draft.EndParagraph();
            else if (mark != '\n' || !_wasReturn)
                draft.EndLine();
            _wasReturn = mark == '\r';
        }
    }
}
