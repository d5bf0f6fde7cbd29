namespace Atelier.Identity.Contracts;

/// <summary>For what happens without anybody asking, such as a schedule that is due.</summary>
internal interface IPeople
{
    /// <returns>False when the account is disabled or deleted.</returns>
    Task<bool> IsActiveAsync(Guid personId, CancellationToken cancel);
}
