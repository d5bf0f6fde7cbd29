using Atelier.Campaigns.Fetching;
using Atelier.Platform.Outgoing;
using Atelier.Testing;

namespace Atelier.Architecture;

/// <summary>The arrows that must never exist. Modules are the server's folders: a new one fails until somebody declares it.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Studio = ["Audit", "Identity", "Projects", "Jobs", "Realtime"];

    /// <summary>A module, and the modules whose Contracts it may use.</summary>
    private static readonly Dictionary<string, string[]> MaySee = new()
    {
        ["Audit"] = [],
        ["Identity"] = ["Audit"],
        ["Realtime"] = ["Identity", "Jobs", "Projects"],
        ["Jobs"] = ["Audit", "Identity"],
        ["Projects"] = ["Audit", "Identity", "Realtime"],
        ["Webhooks"] = ["Audit", "Identity", "Jobs", "Projects"],
        ["Engines"] = [],
        ["Books"] = Studio,
        ["Campaigns"] = [.. Studio, "Webhooks"],
        ["Library"] = Studio,
        ["Videos"] = Studio,
    };

    private static readonly string Server = Path.Combine(AppContext.BaseDirectory, "Atelier.Server.dll");
    private static readonly IReadOnlySet<Arrow> ServerArrows = Arrows.Of(Server);

    [Fact]
    public void Every_folder_of_the_server_is_a_declared_module()
    {
        var folders = Directory
            .EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src", "Atelier.Server"))
            .Select(Path.GetFileName)
            .Except(["Platform", "Properties", "bin", "obj"])
            .Order();
        Assert.Equal(MaySee.Keys.Order(), folders);
    }

    [Fact]
    public void Platform_knows_no_module() =>
        AssertNone(
            ServerArrows,
            arrow => ModuleOf(arrow.From) == "Platform" && MaySee.ContainsKey(ModuleOf(arrow.To) ?? "")
        );

    [Fact]
    public void A_module_uses_only_the_contracts_of_the_modules_it_may_see() =>
        AssertNone(
            ServerArrows,
            arrow =>
                ModuleOf(arrow.From) is { } from
                && ModuleOf(arrow.To) is { } to
                && from != to
                && MaySee.TryGetValue(from, out var allowed)
                && MaySee.ContainsKey(to)
                && !(allowed.Contains(to) && arrow.To.StartsWith($"Atelier.{to}.Contracts.", StringComparison.Ordinal))
        );

    [Fact]
    public void Contracts_show_neither_entities_nor_a_framework() =>
        AssertNone(
            ServerArrows,
            arrow =>
                arrow.From.Contains(".Contracts.", StringComparison.Ordinal)
                && (
                    arrow.To.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal)
                    || arrow.To.StartsWith("Npgsql.", StringComparison.Ordinal)
                    || arrow.To.EndsWith("Db", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Only_the_guarded_client_and_model_clients_speak_HTTP()
    {
        string[] clients = ["HttpClient", "HttpMessageInvoker", "SocketsHttpHandler", "HttpClientHandler"];
        AssertNone(
            ServerArrows,
            arrow =>
                !arrow.From.StartsWith("Atelier.Platform.Outgoing.", StringComparison.Ordinal)
                && (
                    clients.Any(client => arrow.To == $"System.Net.Http.{client}")
                    || arrow.To.StartsWith("OpenAI.", StringComparison.Ordinal)
                )
        );
    }

    /// <summary>It never posts: nothing that could carry a verb or a body is within its reach.</summary>
    [Fact]
    public void The_crawler_can_only_ask_and_nothing_in_campaigns_goes_around_it()
    {
        const string outgoing = "Atelier.Platform.Outgoing.";
        string[] carriers = [outgoing + "OutgoingCall", "System.Net.Http.HttpMethod", "System.Net.Http.HttpContent"];
        AssertNone(
            ServerArrows,
            arrow =>
                arrow.From.StartsWith("Atelier.Campaigns.", StringComparison.Ordinal)
                && (
                    carriers.Contains(arrow.To)
                    || arrow.To == outgoing + "OutgoingClient"
                        && !arrow.From.StartsWith("Atelier.Campaigns.Fetching.", StringComparison.Ordinal)
                )
        );
        Type[] said = [typeof(Uri), typeof(Guid), typeof(Guid?), typeof(FetchPurpose)];
        Assert.All(typeof(FetchOrder).GetProperties(), property => Assert.Contains(property.PropertyType, said));
        Type[] asked = [typeof(HttpMethod), typeof(HttpContent), typeof(Stream), typeof(byte[]), typeof(object)];
        Assert.All(
            typeof(OutgoingRead).GetProperties(),
            property => Assert.DoesNotContain(property.PropertyType, asked)
        );
    }

    [Fact]
    public void A_job_does_not_know_who_is_asking_over_HTTP()
    {
        var handlers = ServerArrows
            .Where(arrow => arrow.To.StartsWith("Atelier.JobEngine.IJobHandler", StringComparison.Ordinal))
            .Select(arrow => arrow.From)
            .Where(type => !type.EndsWith("Module", StringComparison.Ordinal))
            .ToHashSet();
        AssertNone(
            ServerArrows,
            arrow =>
                handlers.Contains(arrow.From)
                && (
                    arrow.To.StartsWith("Microsoft.AspNetCore.Http.", StringComparison.Ordinal)
                    || arrow.To.EndsWith(".CurrentUser", StringComparison.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData("Atelier.JobEngine", "Microsoft.AspNetCore.", "Microsoft.EntityFrameworkCore.")]
    [InlineData("Atelier.Generation", "Microsoft.EntityFrameworkCore.", "Npgsql.")]
    [InlineData("Atelier.Drawing", "Microsoft.", "Npgsql.")]
    [InlineData("Atelier.Language", "Microsoft.", "Npgsql.")]
    [InlineData("Atelier.Reading", "Microsoft.", "Npgsql.", "System.Net.Http.", "System.Net.Sockets.")]
    public void A_library_stays_free_of_what_it_must_not_know(string library, params string[] forbidden)
    {
        string[] compilerWritten = ["Microsoft.CodeAnalysis.", "Microsoft.Win32.SafeHandles."];
        var arrows = Arrows.Of(Path.Combine(AppContext.BaseDirectory, library + ".dll"));
        AssertNone(
            arrows,
            arrow =>
                forbidden.Any(prefix => arrow.To.StartsWith(prefix, StringComparison.Ordinal))
                && !compilerWritten.Any(prefix => arrow.To.StartsWith(prefix, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_reference_made_only_inside_a_method_body_is_seen()
    {
        var own = Arrows.Of(typeof(ArchitectureTests).Assembly.Location);
        Assert.Contains(new Arrow(typeof(ArchitectureTests).FullName!, typeof(OnlyNamedInABody).FullName!), own);
        _ = new OnlyNamedInABody();
    }

    private static string? ModuleOf(string type)
    {
        var parts = type.Split('.');
        return parts is ["Atelier", _, _, ..] ? parts[1] : null;
    }

    private static void AssertNone(IEnumerable<Arrow> arrows, Func<Arrow, bool> forbidden) =>
        Assert.Empty(arrows.Where(forbidden).Select(arrow => $"{arrow.From} -> {arrow.To}").Order());
}

internal sealed class OnlyNamedInABody;
