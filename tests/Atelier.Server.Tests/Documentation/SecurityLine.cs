namespace Atelier.Documentation;

/// <summary>One demand on the product's safety, as docs/security/lines.json has it.</summary>
/// <param name="From">Where it comes from: ASVS 5.0, the OWASP API list of 2023 (API1-API10), an RFC.</param>
/// <param name="Deviation">What is deliberately otherwise, and why. It is tested as it is.</param>
/// <param name="Later">Why there is nothing to test yet.</param>
public sealed record SecurityLine(string Id, string Is, string From, string? Deviation = null, string? Later = null)
{
    public bool HasFailed(bool isTested) => !isTested && Later is null;

    public string State(bool isTested) =>
        (isTested, Later) switch
        {
            (true, _) => "tested" + (Deviation is null ? "" : $"; deviation: {Deviation}"),
            (false, { } why) => $"not applicable yet: {why}",
            _ => "**failed** (no test)",
        };
}
