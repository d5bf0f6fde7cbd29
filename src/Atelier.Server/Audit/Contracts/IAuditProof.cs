namespace Atelier.Audit.Contracts;

/// <summary>For operators: whether the trail is as it was written.</summary>
internal interface IAuditProof
{
    /// <summary>Prints what was found.</summary>
    /// <returns>Null when nothing was tampered with, else what is wrong.</returns>
    Task<string?> PrintAsync(TextWriter output, CancellationToken cancel);
}
