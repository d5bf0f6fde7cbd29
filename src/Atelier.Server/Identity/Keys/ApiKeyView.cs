using System.Linq.Expressions;

namespace Atelier.Identity.Keys;

/// <param name="LastUsedAt">To the minute; null when it never was.</param>
internal sealed record ApiKeyView(
    Guid Id,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt
)
{
    public static Expression<Func<ApiKey, ApiKeyView>> Of { get; } =
        key => new ApiKeyView(key.Id, key.Name, key.Scopes, key.CreatedAt, key.ExpiresAt, key.LastUsedAt);
}
