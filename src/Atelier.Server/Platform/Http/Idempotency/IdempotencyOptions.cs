using System.ComponentModel.DataAnnotations;

namespace Atelier.Platform.Http.Idempotency;

/// <summary>Section <c>Atelier:Idempotency</c>: requests that are sent again with their key.</summary>
internal sealed class IdempotencyOptions
{
    public const string Section = "Atelier:Idempotency";

    /// <summary>Seconds that a request waits for the answer to an earlier one with its key.</summary>
    [Range(0, 60)]
    public int WaitSeconds { get; set; } = 15;
}
