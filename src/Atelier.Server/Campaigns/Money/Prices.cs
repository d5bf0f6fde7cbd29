using Atelier.Generation;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Campaigns.Money;

/// <summary>What a million tokens of a model cost.</summary>
internal sealed record Price(decimal Input, decimal Output)
{
    private const decimal Million = 1_000_000m;

    public decimal Of(long input, long output) => (input * Input + output * Output) / Million;
}

/// <summary>Prices are data: those of the settings, until an administrator sets others.</summary>
internal sealed class Prices(NpgsqlDataSource database, IOptions<GenerationOptions> options, TimeProvider clock)
{
    private const string Set = """
        insert into campaigns.prices (model, input_price, output_price, changed_at) values ($1, $2, $3, $4)
        on conflict (model) do update set
            (input_price, output_price, changed_at) = (excluded.input_price, excluded.output_price, excluded.changed_at)
        """;

    public async Task<Price> OfAsync(string model, CancellationToken cancel)
    {
        await using var get = database.CreateCommand(
            "select input_price, output_price from campaigns.prices where model = $1"
        );
        get.Parameters.Add(new() { Value = model });
        await using var row = await get.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new(row.GetDecimal(0), row.GetDecimal(1)) : Configured(model);
    }

    public async Task SetAsync(string model, Price price, CancellationToken cancel)
    {
        await using var set = database.CreateCommand(Set);
        set.Parameters.Add(new() { Value = model });
        set.Parameters.Add(new() { Value = price.Input });
        set.Parameters.Add(new() { Value = price.Output });
        set.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await set.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The configured model and every model whose price was set.</summary>
    public async Task<IReadOnlyList<PriceView>> ListAsync(CancellationToken cancel)
    {
        await using var list = database.CreateCommand(
            "select model, input_price, output_price, changed_at from campaigns.prices order by model"
        );
        var prices = new List<PriceView>();
        await using (var row = await list.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
                prices.Add(
                    new(
                        row.GetString(0),
                        Budgets.Trimmed(row.GetDecimal(1)),
                        Budgets.Trimmed(row.GetDecimal(2)),
                        PriceSource.Changed,
                        row.GetFieldValue<DateTimeOffset>(3)
                    )
                );
        if (options.Value.Chat?.Model is { } model && prices.All(price => price.Model != model))
        {
            var configured = Configured(model);
            prices.Insert(0, new(model, configured.Input, configured.Output, PriceSource.Configured, null));
        }
        return prices;
    }

    private Price Configured(string model) =>
        options.Value.Chat is { } chat && chat.Model == model
            ? new(chat.PricePerMillionInputTokens, chat.PricePerMillionOutputTokens)
            : new(0, 0);
}
