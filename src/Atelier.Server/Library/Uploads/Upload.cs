using Atelier.Library.Documents;

namespace Atelier.Library.Uploads;

/// <summary>A file that comes in parts.</summary>
internal sealed class Upload
{
    private Upload() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public string FileName { get; private set; } = "";
    public string? Title { get; private set; }
    public string? Encoding { get; private set; }

    /// <summary>What the whole file will have, in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>What is here and safe: the next part begins there.</summary>
    public long Received { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Gone after this; each part puts it off.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public bool IsWhole => Received == Length;

    public static Upload Announce(Guid owner, Guid? project, Arrival arrival, long length, Times times) =>
        new()
        {
            Id = Guid.CreateVersion7(times.Now),
            OwnerId = owner,
            ProjectId = project,
            FileName = arrival.FileName,
            Title = arrival.Title,
            Encoding = arrival.Encoding,
            Length = length,
            CreatedAt = times.Now,
            ExpiresAt = times.Now + times.Patience,
        };

    public void Receive(long to, Times times) => (Received, ExpiresAt) = (to, times.Now + times.Patience);
}

/// <param name="Patience">How long a file waits for its next part.</param>
internal readonly record struct Times(DateTimeOffset Now, TimeSpan Patience);
