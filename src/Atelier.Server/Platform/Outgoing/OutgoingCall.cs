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
);
