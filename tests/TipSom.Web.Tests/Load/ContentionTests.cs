using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Load;

/// <summary>
/// Two portals on one database under many hands. <c>TIPSOM_ROUNDS</c> says how many rounds and forms; without it a number that fits in every run.
/// </summary>
public sealed class ContentionTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const int Providers = 4, Contenders = 32;

    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_ROUNDS") ?? "12", CultureInfo.InvariantCulture);

    private readonly World world = new(database);
    private readonly Portal[] portals = [new(database), new(database)];

    [Fact]
    public async Task Of_32_who_accept_one_need_over_two_portals_one_wins_and_everybody_else_is_told()
    {
        var police = await world.PoliceAsync();
        var shelters = new List<Provider>();
        var hands = new List<Hand>();
        for (var i = 0; i < Providers; i++)
        {
            var shelter = await world.ProviderAsync(freePlaces: null);
            await world.AgreementAsync(police, shelter);
            shelters.Add(shelter);
            foreach (var user in new[] { shelter.Caseworker, shelter.Manager })
            {
                foreach (var portal in portals)
                    hands.Add(await Hand.OfAsync(await portal.BrowserOfAsync(user), user, i));
            }
        }

        var answers = new ConcurrentBag<HttpStatusCode>();
        for (var round = 0; round < Rounds; round++)
        {
            var @case = await world.CaseAsync(police.Officer);
            await world.ConsentAsync(police.Officer, @case);
            var referrals = await world.SendAsync(police.Officer, @case, shelters);
            var asked = shelters.Select(s => referrals.Single(r => r.ToUnitId == s.Shelter.Id)).ToList();
            for (var i = 0; i < Providers; i++)
                await world.OpenAsync(shelters[i].Caseworker, asked[i]);

            var found = await Task.WhenAll(Enumerable.Range(0, Contenders).Select(async i =>
            {
                var hand = hands[i % hands.Count];
                var (status, text) = await hand.PostAsync($"/referrals/{asked[hand.Provider].Number}/accept", Acceptance);
                answers.Add(status);
                return (status, text);
            }));

            Assert.Single(found, f => f.status == HttpStatusCode.Redirect);
            Assert.All(found.Where(f => f.status != HttpStatusCode.Redirect), f =>
            {
                Assert.Equal(HttpStatusCode.Conflict, f.status);
                Assert.Matches("Somebody else changed this|already accepted|already withdrawn|Another provider", f.text);
            });
            Assert.Equal("1 accepted, 3 gave way, 1 step, 1 entry, 1 mail, 1 arrangement", await WhatIsLeftAsync(@case));
        }

        output.WriteLine($"{Rounds} rounds of {Contenders} over {portals.Length} portals: {string.Join(", ", answers.CountBy(a => a).Select(a => $"{a.Value} × {(int)a.Key}"))}");
    }

    [Fact]
    public async Task A_form_posted_five_times_in_parallel_has_one_effect()
    {
        var forms = Rounds == 25 ? 60 : Rounds;
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        var officers = new List<Hand>();
        foreach (var portal in portals)
            officers.Add(await Hand.OfAsync(await portal.BrowserOfAsync(police.Officer), police.Officer, 0));

        await Parallel.ForAsync(0, forms, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (form, _) =>
        {
            // The same form, sent to both portals: a repeat after a lost answer may reach the other one.
            var once = Guid.NewGuid();
            var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(i =>
                officers[i % officers.Count].PostAsync($"/referrals/{referral.Number}/messages", [("Input.Text", $"Form {form}")], once)));
            Assert.All(results, r => Assert.Equal(HttpStatusCode.Redirect, r.Status));
        });

        await using var owner = new NpgsqlConnection(database.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand("select count(*) from casework.referral_messages where referral_id = $1", owner) { Parameters = { new() { Value = referral.Id } } };
        Assert.Equal((long)forms, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        output.WriteLine($"{forms} forms, each posted five times in parallel to two portals: {forms} effects");
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        foreach (var portal in portals)
            await portal.DisposeAsync();
    }

    private static (string, string)[] Acceptance =>
    [
        ("Input.When", "Now"), ("Input.MeetsWho", "Ms Bano"), ("Input.Phone", "042-5555555"), ("Input.Place", nameof(ArrivalPlace.MeetingPoint)),
        ("Input.Directions", "The gate")
    ];

    private async Task<string?> WhatIsLeftAsync(Case @case)
    {
        await using var owner = new NpgsqlConnection(database.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var left = new NpgsqlCommand("""
            select format('%s accepted, %s gave way, %s step, %s entry, %s mail, %s arrangement',
                count(*) filter (where r.status = 'Accepted'),
                count(*) filter (where r.status = 'Withdrawn' and r.withdraw_reason = 'PlacedElsewhere'),
                (select count(*) from casework.referral_events e join casework.referrals x on x.id = e.referral_id where x.case_id = $1 and e.verb = 'Accept'),
                (select count(*) from audit.entries t join casework.referrals x on x.id = t.row_id
                    where x.case_id = $1 and t.table_name = 'referrals' and 'answered_at' = any (t.fields)),
                (select count(*) from telling.outbox o join casework.referrals x on x.number = o.number where x.case_id = $1 and o.kind = 'Accepted'),
                (select count(*) from casework.arrival_arrangements p join casework.referrals x on x.id = p.referral_id where x.case_id = $1))
            from casework.referrals r where r.case_id = $1
            """, owner)
        { Parameters = { new() { Value = @case.Id } } };
        return (string?)await left.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Somebody signed in at one portal, whose forms are posted without being drawn each time.</summary>
    private sealed record Hand(PortalBrowser Browser, string Token, int Provider)
    {
        public static async Task<Hand> OfAsync(PortalBrowser browser, User user, int provider)
        {
            var page = await browser.OpenAsync("/account");
            var token = (page.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value
                ?? throw new InvalidOperationException($"{user.Role} has no form on the page of the account.");
            return new Hand(browser, token, provider);
        }

        public async Task<(HttpStatusCode Status, string Text)> PostAsync(string url, IEnumerable<(string, string)> fields, Guid? once = null)
        {
            var body = fields.Append(("__once", (once ?? Guid.NewGuid()).ToString())).Append(("__RequestVerificationToken", Token))
                .Select(f => KeyValuePair.Create(f.Item1, f.Item2));
            using var answer = await Browser.Client.PostAsync(url, new FormUrlEncodedContent(body), TestContext.Current.CancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
