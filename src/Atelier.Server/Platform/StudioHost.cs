using System.Globalization;
using Atelier.Platform.Database;
using Atelier.Platform.Database.Postgres;
using Atelier.Platform.Files;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Platform;

/// <summary>Something that happens once the schema is there and before the first request, such as the first admin.</summary>
internal interface IStartStep
{
    Task RunAsync(CancellationToken cancel);
}

/// <summary>Brings the studio up in order: options, database, migrations, start steps, then requests and jobs.</summary>
internal static class StudioHost
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--url"] = "urls",
        ["--data"] = "Atelier:Data",
        ["--role"] = "Atelier:Role",
    };

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Texts, numbers and files come out alike wherever the studio runs.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        if (Environment.GetEnvironmentVariable("ATELIER_DATABASE") is { Length: > 0 } database)
            builder.Configuration["Atelier:Database"] = database;
        if (Environment.GetEnvironmentVariable("ATELIER_DATA") is { Length: > 0 } data)
            builder.Configuration["Atelier:Data"] = data;
        builder.Configuration.AddCommandLine(args, Switches);
        return builder;
    }

    public static Task<int> RunAsync(Func<WebApplication> build) =>
        ExplainAsync(
            async () =>
            {
                await using var app = build();
                await app.PrepareAsync(CancellationToken.None);
                await app.RunAsync();
                return 0;
            },
            Console.Error
        );

    /// <returns>The exit code: 1 when the studio could not start, with the reason in one sentence in the errors.</returns>
    public static async Task<int> ExplainAsync(Func<Task<int>> work, TextWriter errors)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (IsExpected(e))
        {
            var reasons = e is OptionsValidationException wrong
                ? string.Join("\natelier: ", wrong.Failures)
                : e.Message;
            await errors.WriteLineAsync($"atelier: {reasons}");
            return 1;
        }
    }

    /// <summary>What an operator's command needs: the database, also while the studio runs, and no requests or jobs.</summary>
    public static async Task PrepareBesideAsync(this WebApplication app, CancellationToken cancel)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        Directory.CreateDirectory(app.Services.GetRequiredService<IOptions<StudioOptions>>().Value.DataPath());
        var joined = await app.Services.GetRequiredService<StudioDatabase>().JoinAsync(cancel);
        var migrator = app.Services.GetRequiredService<Migrator>(); // which needs a database to be made
        if (!joined)
            await migrator.RunAsync(cancel);
        else if (await migrator.CountPendingAsync(cancel) > 0)
            throw new MigrationException("The running studio is of an older version. Stop it first.");
    }

    /// <summary>Everything that must be there before the first request and the first job.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancel)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        Directory.CreateDirectory(app.Services.GetRequiredService<IOptions<StudioOptions>>().Value.DataPath());
        await app.Services.GetRequiredService<StudioDatabase>().StartAsync(cancel);
        await app.Services.GetRequiredService<Migrator>().RunAsync(cancel);
        app.Services.GetRequiredService<AssetStore>().RemoveDrafts();
        foreach (var step in app.Services.GetServices<IStartStep>())
            await step.RunAsync(cancel);
    }

    private static bool IsExpected(Exception exception) =>
        exception
            is OptionsValidationException
                or EmbeddedPostgresException
                or MigrationException
                or NpgsqlException
                or IOException
                or UnauthorizedAccessException;
}
