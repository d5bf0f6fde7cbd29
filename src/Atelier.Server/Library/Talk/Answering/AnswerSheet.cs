using System.Text;
using Atelier.Generation;
using Atelier.Library.Talk.Grounding;
using Atelier.Library.Talk.Streaming;

namespace Atelier.Library.Talk.Answering;

/// <summary>One run's hold on an answer: what it writes is stored and told piece by piece.</summary>
internal sealed class AnswerSheet(Guid message, Guid writer, int events, AnswerPen pen, TimeProvider clock)
{
    /// <summary>Pieces that come faster are told together.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(40);

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _waiting = new();
    private int _events = events;
    private long _told;

    public string Text => _text.ToString();

    public Task TellAsync<T>(string type, T data, CancellationToken cancel) =>
        AddAsync(type, AnswerEvents.Write(data), "", cancel);

    /// <summary>Adds to the answer's text.</summary>
    public async Task WriteAsync(string piece, CancellationToken cancel)
    {
        // PostgreSQL cannot store it, and half a character is no character.
        _waiting.Append(piece.Replace("\0", "", StringComparison.Ordinal));
        if (_told == 0 || clock.GetElapsedTime(_told) >= Beat)
            await FlushAsync(cancel);
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        var held = _waiting.Length > 0 && char.IsHighSurrogate(_waiting[^1]) ? 1 : 0;
        var text = _waiting.ToString(0, _waiting.Length - held);
        _waiting.Remove(0, text.Length);
        if (text.Length == 0)
            return;
        _text.Append(text);
        await AddAsync(AnswerEvents.Delta, AnswerEvents.Write(new DeltaData(text, _events + 1)), text, cancel);
        _told = clock.GetTimestamp();
    }

    /// <summary>A failure that the answer survives, or not.</summary>
    public Task FailAsync(ModelFailure failure, string note, CancellationToken cancel) =>
        TellAsync(AnswerEvents.Error, new ErrorData(failure.Code, failure.Retryable, note), cancel);

    public async Task CiteAsync(
        IReadOnlyList<NumberedPassage> passages,
        IReadOnlyList<Citation> citations,
        CancellationToken cancel
    )
    {
        foreach (var (n, at, start, end, verified) in citations)
            await TellAsync(
                AnswerEvents.Citation,
                new CitationData(
                    n,
                    passages.FirstOrDefault(passage => passage.N == n)?.PassageId,
                    start,
                    end,
                    at,
                    verified
                ),
                cancel
            );
    }

    private async Task AddAsync(string type, string data, string text, CancellationToken cancel)
    {
        if (!await pen.AddAsync(message, writer, _events + 1, type, data, text, cancel))
            throw new AnswerEndedException();
        _events++;
    }
}

/// <summary>Somebody stopped the answer, or another run writes it: nothing more is to be done.</summary>
internal sealed class AnswerEndedException : Exception;
