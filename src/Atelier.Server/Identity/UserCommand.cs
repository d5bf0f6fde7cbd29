using Atelier.Audit.Contracts;
using Atelier.Identity.Operators;
using Atelier.Platform;

namespace Atelier.Identity;

/// <summary><c>./atelier user ...</c>: looks after people from the command line, with or without a running studio.</summary>
internal static class UserCommand
{
    private const int Misused = 2;

    /// <returns>The exit code: 0 done, 1 refused, 2 not understood.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var line = UserCommandLine.Parse(args);
        if (Verb(line) is not { } verb)
        {
            errors.WriteLine(UserCommandLine.Usage);
            return Task.FromResult(Misused);
        }
        return StudioHost.ExplainAsync(
            async () =>
            {
                // The answer is what the operator reads; logs would stand between its lines.
                await using var app = Program.Build(line.Studio, builder => builder.Logging.ClearProviders());
                await app.PrepareBesideAsync(CancellationToken.None);
                await using var scope = app.Services.CreateAsyncScope();
                var refusal = await verb(scope.ServiceProvider, output, CancellationToken.None);
                if (refusal is not null)
                    await errors.WriteLineAsync($"atelier: {refusal}");
                return refusal is null ? 0 : 1;
            },
            errors
        );
    }

    /// <returns>Null when the line is none of the usage's.</returns>
    private static Func<IServiceProvider, TextWriter, CancellationToken, Task<string?>>? Verb(UserCommandLine line) =>
        (line.Words, line["email"]) switch
        {
            (["create"], { } email) => (all, output, cancel) =>
                People(all).CreateAsync(email, line["role"] ?? "user", line["name"], output, cancel),
            (["list"], null) => (all, output, cancel) => People(all).ListAsync(line["search"], output, cancel),
            (["role"], { } email) when line["role"] is { } role => (all, output, cancel) =>
                People(all).ChangeAsync(email, role, null, output, cancel),
            (["disable"], { } email) => (all, output, cancel) =>
                People(all).ChangeAsync(email, null, true, output, cancel),
            (["enable"], { } email) => (all, output, cancel) =>
                People(all).ChangeAsync(email, null, false, output, cancel),
            (["reset"], { } email) => (all, output, cancel) => People(all).ResetAsync(email, output, cancel),
            (["import", var file], null) => (all, output, cancel) =>
                all.GetRequiredService<UserImport>().RunAsync(file, output, cancel),
            (["audit", "verify"], null) => (all, output, cancel) =>
                all.GetRequiredService<IAuditProof>().PrintAsync(output, cancel),
            _ => null,
        };

    private static Operator People(IServiceProvider all) => all.GetRequiredService<Operator>();
}
