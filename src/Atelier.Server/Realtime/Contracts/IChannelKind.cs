using Atelier.Platform.Http;

namespace Atelier.Realtime.Contracts;

/// <summary>
/// A kind of thing that can be listened to, such as <c>campaign</c>: whose each is, and how it stands. It is made anew
/// for every question.
/// </summary>
internal interface IChannelKind : IOwnerLookup
{
    /// <summary>How the thing stands now, as JSON shows it; null when it is gone.</summary>
    Task<object?> ReadAsync(Guid id, CancellationToken cancel);
}

/// <param name="Name">What stands before the colon of its channels.</param>
internal sealed record ChannelKindName(string Name);

internal static class ChannelRegistration
{
    /// <summary>Lets people listen to <c>name:ID</c>, each to their own.</summary>
    public static IServiceCollection AddChannelKind<TKind>(this IServiceCollection services, string name)
        where TKind : class, IChannelKind =>
        services.AddKeyedScoped<IChannelKind, TKind>(name).AddSingleton(new ChannelKindName(name));
}
