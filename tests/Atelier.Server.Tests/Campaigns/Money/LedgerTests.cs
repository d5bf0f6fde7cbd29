using System.Net;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Campaigns.Money;

/// <summary>The books: no cap is passed however many ask at once, and what is shown is what the rows add up to.</summary>
public sealed class LedgerTests(CampaignStudio studio) : IClassFixture<CampaignStudio>
{
    private static readonly Price OneDollar = new(0, 1_000_000m / 100); // 100 tokens cost a dollar

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Ledger Ledger => studio.Services.GetRequiredService<Ledger>();

    [Theory]
    [InlineData("usd")]
    [InlineData("tokens")]
    [InlineData("calls")]
    [InlineData("minutes")]
    public async Task Fifty_calls_at_once_do_not_pass_a_cap(string kind)
    {
        var person = await studio.RegisterAsync();
        var campaign = await CampaignStudio.CreateAsync(person);
        // Room for seven.
        var caps = kind switch
        {
            "usd" => new Caps(Usd: 7.5m),
            "tokens" => new Caps(Tokens: 750),
            "minutes" => new Caps(Minutes: 7),
            _ => new Caps(Calls: 7),
        };
        await SetAsync(Purse.OfCampaign(campaign), new BudgetCaps(Hard: caps));

        var asked = Enumerable.Range(0, 50).Select(n => TryAsync(Order(person, campaign, $"call {n}")));
        var made = (await Task.WhenAll(asked)).OfType<(CallOrder, Reservation)>().ToList();

        Assert.Equal(7, made.Count);
        // They cost less than was set aside, so that there is room for others.
        foreach (var (order, reservation) in made)
            await Ledger.SettleAsync(order, reservation, Used(50), Cancel);
        Assert.Equal(kind is not "calls", await TryAsync(Order(person, campaign, "one more")) is not null);
        await AssertBalancedAsync(person, campaign);
    }

    [Theory]
    [InlineData("campaign")]
    [InlineData("total")]
    [InlineData("month")]
    [InlineData("ceiling")]
    public async Task Each_purse_has_caps_of_its_own_and_a_raise_makes_room(string scope)
    {
        var person = await studio.RegisterAsync();
        var campaign = await CampaignStudio.CreateAsync(person);
        var purse = scope switch
        {
            "campaign" => Purse.OfCampaign(campaign),
            "total" => Purse.Total(person.Id),
            _ => Purse.Month(person.Id),
        };
        await SetAsync(purse, new BudgetCaps(Hard: new Caps(Usd: 1.5m)), scope is "ceiling");
        Assert.NotNull(await TryAsync(Order(person, campaign, "first")));

        var full = await Assert.ThrowsAsync<BudgetExceededException>(() =>
            Ledger.ReserveAsync(Order(person, campaign, "second"), Cancel)
        );
        Assert.Equal([$"{(scope is "ceiling" ? "month" : scope)}.usd"], full.Caps);

        await SetAsync(purse, new BudgetCaps(Hard: new Caps(Usd: 2)), scope is "ceiling");
        Assert.NotNull(await TryAsync(Order(person, campaign, "second")));
    }

    [Fact]
    public async Task A_soft_cap_warns_and_stops_nothing()
    {
        var person = await studio.RegisterAsync();
        var campaign = await CampaignStudio.CreateAsync(person, new { soft = new { usd = 1.5 } });

        Assert.Empty((await TryAsync(Order(person, campaign, "first")))!.Value.Reservation.Warnings);
        var second = (await TryAsync(Order(person, campaign, "second")))!.Value.Reservation;

        Assert.Equal(["campaign.usd"], second.Warnings);
        var spend = (await person.GetAsync($"campaigns/{campaign}/spend")).Expect(HttpStatusCode.OK);
        Assert.Equal("usd", $"{Assert.Single(spend["campaign"]!["warnings"]!.AsArray())}");
        Assert.Equal(2m, (decimal)spend["held"]!["usd"]!);
    }

    [Fact]
    public async Task A_price_stays_on_what_was_paid_for_with_it()
    {
        var (person, admin) = (await studio.RegisterAsync(), await studio.RegisterAsync("admin"));
        var campaign = await CampaignStudio.CreateAsync(person);
        var prices = studio.Services.GetRequiredService<Prices>();
        var model = $"model-{person.Id}";
        await SetPriceAsync(admin, model, 10_000);
        var first = Order(person, campaign, "first") with { Price = await prices.OfAsync(model, Cancel) };
        var reserved = await Ledger.ReserveAsync(first, Cancel);
        await SetPriceAsync(admin, model, 99_000);
        await Ledger.SettleAsync(first, reserved!, Used(50), Cancel);

        Assert.Equal(99_000, (await prices.OfAsync(model, Cancel)).Output);
        var spend = (await person.GetAsync($"campaigns/{campaign}/spend")).Expect(HttpStatusCode.OK);
        Assert.Equal(0.5m, (decimal)spend["spent"]!["usd"]!);
        (await person.GetAsync("admin/prices")).ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
    }

    private static Task<Answer> SetPriceAsync(Person admin, string model, decimal output) =>
        admin.SendAsync(
            HttpMethod.Put,
            "admin/prices",
            new
            {
                model,
                inputPerMillion = 0,
                outputPerMillion = output,
            }
        );

    private CallOrder Order(Person person, Guid campaign, string key) =>
        new(
            person.Id,
            campaign,
            RunId: campaign,
            Job: null,
            SpanId: Guid.CreateVersion7(studio.Clock.GetUtcNow()),
            key,
            Attempt: 1,
            "writer",
            "any",
            OneDollar,
            MostInputTokens: 0,
            MostOutputTokens: 100,
            TimeSpan.FromMinutes(1)
        );

    private static CallEnd Used(long tokens) =>
        new(CallState.Settled, IsFinal: true, 0, tokens, tokens / 100m, TimeSpan.FromSeconds(1), "{}");

    private async Task<(CallOrder Order, Reservation Reservation)?> TryAsync(CallOrder order)
    {
        try
        {
            return await Ledger.ReserveAsync(order, Cancel) is { } made ? (order, made) : null;
        }
        catch (BudgetExceededException)
        {
            return null;
        }
    }

    private async Task SetAsync(Purse purse, BudgetCaps caps, bool isCeiling = false)
    {
        await using var connection = await studio.Database.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await Budgets.SetAsync(transaction, purse, caps, isCeiling, Cancel);
        await transaction.CommitAsync(Cancel);
    }

    /// <summary>Every purse holds what its rows add up to.</summary>
    private async Task AssertBalancedAsync(Person person, Guid campaign)
    {
        await using var sums = studio.Database.CreateCommand(
            """
            select bool_and(p.cost = s.cost and p.tokens = s.tokens and p.ms = s.ms and p.calls = s.calls), count(*)
            from campaigns.purses p,
                (select sum(case state when 'reserved' then reserved_cost else cost end) as cost,
                        sum(case state when 'reserved' then reserved_tokens else input_tokens + output_tokens end) as tokens,
                        sum(case state when 'reserved' then reserved_ms else ms end) as ms, count(*) as calls
                 from campaigns.calls where owner_id = $1) s
            where p.scope_id in ($1, $2)
            """
        );
        sums.Parameters.Add(new NpgsqlParameter { Value = person.Id });
        sums.Parameters.Add(new NpgsqlParameter { Value = campaign });
        await using var row = await sums.ExecuteReaderAsync(Cancel);
        await row.ReadAsync(Cancel);
        Assert.True(row.GetBoolean(0));
        Assert.Equal(3, row.GetInt64(1));
    }
}
