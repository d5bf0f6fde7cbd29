using Atelier.Identity.Accounts;

namespace Atelier.Identity.Sessions;

/// <summary>What a session or an API key stands for.</summary>
/// <param name="Role">What the person may be now, which is less than their role where a second factor is missing.</param>
/// <param name="Person">As <c>GET /auth/me</c> shows them.</param>
internal sealed record Standing(string Role, UserView Person);
