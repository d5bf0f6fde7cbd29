namespace Atelier.Platform.Throttling;

/// <summary>
/// A limit and over what time it is regained: as many at once as the options say, then one after the other as they come
/// back. As a route's metadata it counts per person, or per address where nobody is signed in.
/// </summary>
internal sealed record ThrottlePolicy(string Name, TimeSpan Window, Func<ThrottleOptions, int> Limit)
{
    public static readonly ThrottlePolicy Requests = new("requests", Minute, o => o.RequestsPerMinute);
    public static readonly ThrottlePolicy Register = new("register", Hour, o => o.RegistrationsPerHour);
    public static readonly ThrottlePolicy Refresh = new("refresh", Minute, o => o.RefreshesPerMinute);
    public static readonly ThrottlePolicy Forgot = new("forgot", Hour, o => o.ForgottenPerHour);
    public static readonly ThrottlePolicy Links = new("links", Hour, o => o.LinksPerHour);
    public static readonly ThrottlePolicy Reset = new("reset", Hour, o => o.ResetsPerHour);
    public static readonly ThrottlePolicy Generate = new("generate", Hour, o => o.GenerationsPerHour);
    public static readonly ThrottlePolicy Answers = new("answers", Hour, o => o.AnswersPerHour);
    public static readonly ThrottlePolicy Fetches = new("fetches", Hour, o => o.FetchesPerHour);
    public static readonly ThrottlePolicy Webhooks = new("webhooks", Hour, o => o.WebhookCallsPerHour);
    public static readonly ThrottlePolicy WrongLogins = new("wrong-logins", Hour / 4, o => o.WrongLoginsPerAddress);
    public static readonly ThrottlePolicy WrongAccount = new("wrong-account", Hour, o => o.WrongLoginsPerAccount);
    public static readonly ThrottlePolicy WrongKeys = new("wrong-keys", Hour, o => o.WrongKeysPerAddress);

    private static TimeSpan Minute => TimeSpan.FromMinutes(1);

    private static TimeSpan Hour => TimeSpan.FromHours(1);
}
