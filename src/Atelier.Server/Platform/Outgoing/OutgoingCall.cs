namespace Atelier.Platform.Outgoing;

/// <summary>One call to a server that somebody named.</summary>
/// <param name="Redirects">How many are followed, each judged like the first address. Only for calls without a body.</param>
/// <param name="LargestAnswer">Bytes of the body that are read, decompressed; 0 leaves it unread.</param>
/// <param name="Time">For everything together.</param>
internal sealed record OutgoingCall(
    HttpMethod Method,
    Uri Address,
    TimeSpan Time,
    int LargestAnswer = 0,
    int Redirects = 0
)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public AnswerRules Rules { get; init; } = AnswerRules.None;
}

/// <summary>What an answer must keep to, beside its size and its time.</summary>
internal sealed record AnswerRules
{
    public static readonly AnswerRules None = new();

    /// <summary>Until the answer begins.</summary>
    public TimeSpan? HeaderTime { get; init; }

    /// <summary>Bytes a second on the wire, once a few seconds have gone; 0 for any.</summary>
    public int Slowest { get; init; }

    /// <summary>What comes with any status but 200 is left unread.</summary>
    public bool OnlyOk { get; init; }

    /// <summary>Of what is larger than asked for, the beginning is taken instead of nothing.</summary>
    public bool TakesBeginning { get; init; }

    /// <summary>Given the content type and the first bytes (512, or all): whether the rest is read.</summary>
    public Func<string?, ReadOnlyMemory<byte>, bool>? IsWanted { get; init; }
}

/// <summary>
/// A question to a server that somebody named: its answer is read and nothing is told. There is neither a verb nor a body
/// in it, so whoever holds nothing else cannot change anything anywhere.
/// </summary>
internal sealed record OutgoingRead(Uri Address, TimeSpan Time, int LargestAnswer)
{
    /// <summary>The head of the answer is enough.</summary>
    public bool HeadOnly { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public AnswerRules Rules { get; init; } = AnswerRules.None;
}

/// <summary>Why there is no answer, as much as the person who gave the address may know.</summary>
internal enum OutgoingFailure
{
    /// <summary>Unknown, or not to be called.</summary>
    Refused,
    Unreachable,
    TimedOut,
    TooLarge,
    TooManyRedirects,

    /// <summary>Packed twice, in another way than was offered, or broken.</summary>
    Unreadable,

    /// <summary>Of another type than was asked for; the rest of it was not read.</summary>
    Unwanted,
}

/// <param name="Status">Null when no answer came.</param>
/// <param name="Address">Where the answer came from, after redirects.</param>
internal sealed record OutgoingAnswer(
    int? Status,
    OutgoingFailure? Failure,
    Uri Address,
    TimeSpan Took,
    string? MediaType,
    byte[] Body
)
{
    /// <summary>By their names in any case; several of one name are joined with commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
