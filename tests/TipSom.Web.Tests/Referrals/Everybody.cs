using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Somebody in every role on every side of one station's referrals, and strangers, each with a browser.</summary>
public sealed class Everybody(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);
    private Portal portal = null!;

    public World World { get; private set; } = null!;

    public Force Police { get; private set; } = null!;

    public Provider Shelter { get; private set; } = null!;

    /// <summary>Where a need goes that the shelter declined.</summary>
    public Provider Next { get; private set; } = null!;

    public User Desk { get; private set; } = null!;

    public IReadOnlyList<Reader> Readers { get; private set; } = [];

    public Task<Referral> ReferralAsync(ReferralStatus status) => World.ReferralAsync(status, Police, Shelter, Next, Desk);

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        (World, portal) = (new World(database), new Portal(database));
        (Desk, Police, Shelter, Next) = (await World.CoordinatorAsync(), await World.PoliceAsync(), await World.ProviderAsync(), await World.ProviderAsync());
        await World.AgreementAsync(Police, Shelter);
        await World.AgreementAsync(Police, Next);
        var (otherForce, otherShelter) = (await World.PoliceAsync(), await World.ProviderAsync());
        List<(User User, Side? Side)> people =
        [
            (Police.Officer, Side.Sender), (Police.Supervisor, Side.Sender), (Shelter.Caseworker, Side.Recipient),
            (Shelter.Manager, Side.Recipient), (Desk, Side.National),
            (otherForce.Officer, null), (otherForce.Supervisor, null), (otherShelter.Caseworker, null)
        ];
        foreach (var role in Enum.GetValues<Role>().Except(people.Select(p => p.User.Role)).ToList())
        {
            people.Add((await World.UserAsync(Police.Station, role), null));
            people.Add((await World.UserAsync(Shelter.Shelter, role), null));
        }

        var readers = new List<Reader>();
        foreach (var (user, side) in people)
            readers.Add(await Reader.OfAsync(user, side, await portal.BrowserOfAsync(user)));
        Readers = readers;
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await World.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Everything about referrals, and every change of anything that the trail recorded, in one word.</summary>
    public async Task<string> FingerprintAsync()
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var sum = new NpgsqlCommand(
            """
            select concat_ws(' ',
                (select md5(string_agg(to_jsonb(r)::text, '' order by r.id)) from casework.referrals r), (select count(*) from audit.entries where act in ('INSERT', 'UPDATE')),
                (select count(*) from casework.referral_events), (select count(*) from casework.referral_messages))
            """, connection);
        return (string)(await sum.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task<ReferralStatus> StatusOfAsync(Referral referral)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var ask = new NpgsqlCommand("select status from casework.referrals where id = $1", connection) { Parameters = { new() { Value = referral.Id } } };
        return Enum.Parse<ReferralStatus>((string)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }
}

/// <summary>Somebody at a browser, with what a forged form needs to pass as one of the portal's own.</summary>
/// <param name="User">Who.</param>
/// <param name="Side">The side from which the referrals are seen; null: not at all.</param>
/// <param name="Browser">The browser.</param>
/// <param name="Token">The antiforgery token.</param>
public sealed record Reader(User User, Side? Side, PortalBrowser Browser, string Token)
{
    public static async Task<Reader> OfAsync(User user, Side? side, PortalBrowser browser) => new(
        user, side, browser,
        (await browser.OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    public bool May(ReferralStatus status, ReferralVerb verb) =>
        ReferralLifecycle.After(status, verb) is not null && ReferralLifecycle.ActorOf(verb) == Side && User.Role.Allows(ReferralLifecycle.PermissionFor(verb));

    public Task<HttpResponseMessage> PostAsync(string url, params (string Name, string Value)[] fields) => Browser.Client.PostAsync(
        url,
        new FormUrlEncodedContent([
            new("__RequestVerificationToken", Token), new("__once", Guid.CreateVersion7().ToString()),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]),
        TestContext.Current.CancellationToken);

    /// <summary>As a line of a failure names it.</summary>
    public override string ToString() => $"{User.Role} ({Side?.ToString() ?? "no side"})";
}
