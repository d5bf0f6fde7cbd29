namespace Atelier.Testing.Models;

/// <summary>How the fake answers one request.</summary>
public abstract record FakeReply
{
    /// <summary>A whole answer in these words, streamed word by word where a stream was asked for.</summary>
    public static FakeReply Text(string text) => new Words(text);

    /// <summary>An error in the documented form.</summary>
    /// <param name="retryAfter">The header as sent: seconds or a date.</param>
    public static FakeReply Error(int status, string code, string? retryAfter = null) =>
        new Failure(status, code, retryAfter);

    public static FakeReply RateLimit(string? retryAfter = "0") => Error(429, "rate_limit_exceeded", retryAfter);

    /// <summary>Status 200 with these bytes as the body, whatever they are.</summary>
    public static FakeReply Garbage(string body = "<html>It works!</html>") => new Raw(body);

    /// <summary>The connection breaks after this many words.</summary>
    public static FakeReply Truncated(string text, int afterWords) => new CutShort(text, afterWords);

    /// <summary>A stream that just ends after this many words: no finish reason and no [DONE].</summary>
    public static FakeReply Unfinished(string text, int afterWords) =>
        new CutShort(text, afterWords) { Politely = true };

    /// <summary>Never answers; ends when the caller goes away.</summary>
    public static FakeReply Hang() => new Silence();

    /// <summary>An answer ended by the token limit.</summary>
    public static FakeReply OverLength(string text) => new Words(text) { FinishReason = "length" };

    public static FakeReply Refusal() => new Words("") { Refused = "I cannot help with that." };

    /// <summary>This picture instead of a plain PNG of the asked size.</summary>
    public static FakeReply Picture(byte[] bytes) => new Drawn(bytes);

    /// <summary>This file instead of a tone as long as the words.</summary>
    public static FakeReply Sound(byte[] bytes) => new Drawn(bytes);

    internal sealed record Words(string Content) : FakeReply
    {
        public string FinishReason { get; init; } = "stop";
        public string? Refused { get; init; }
    }

    internal sealed record Failure(int Status, string Code, string? RetryAfter) : FakeReply;

    internal sealed record Raw(string Body) : FakeReply;

    internal sealed record CutShort(string Content, int AfterWords) : FakeReply
    {
        public bool Politely { get; init; }
    }

    internal sealed record Silence : FakeReply;

    internal sealed record Drawn(byte[] Bytes) : FakeReply;
}
