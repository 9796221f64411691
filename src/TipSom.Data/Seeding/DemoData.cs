using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.History;
using TipSom.Data.Queries;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;

namespace TipSom.Data.Seeding;

/// <summary>
/// Invented agencies, people and cases, so that every list and board has something true to show. For Development only: whoever calls
/// this decides that, and a production start refuses a database that holds it.
/// </summary>
public static class DemoData
{
    /// <summary>Password of every demo account.</summary>
    public const string Password = "Demo-2026-TipSom";

    // Two programs started at once load one after the other. The number only has to differ from other locks.
    private const long LoadLock = 0xDE_30DA7A;

    /// <summary>The accounts one can sign in with.</summary>
    public static IReadOnlyList<DemoAccount> Accounts => DemoPeople.Accounts;

    /// <summary>Whether the database holds demo data; the runtime role may ask it too.</summary>
    public static async Task<bool> IsPresentAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select exists (select from identity.users where is_demo)");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>
    /// Loads the demo data in one transaction, on the connection of the owner: row security does not bind the owner, the triggers that
    /// guard a referral do. False when it was there already.
    /// </summary>
    public static async Task<bool> LoadAsync(
        string ownerConnectionString, AccessContext context, MasterKeys keys, TimeProvider clock, CancellationToken ct)
    {
        // The same few statements a thousand times over: prepared, they take much less. The connection is for this alone.
        // Whoever is second waits until the first has done it all, minutes on an old machine.
        var settings = new NpgsqlConnectionStringBuilder(ownerConnectionString)
        {
            Pooling = false,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            CommandTimeout = 600
        };
        var storyClock = new DemoClock();
        var cipher = new RecordCipher(keys);
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        var purposes = new PurposeKeys(source, cipher);
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(settings.ConnectionString)
            .AddInterceptors(new CaseHistoryInterceptor(cipher, storyClock), new IdentityHashInterceptor(cipher, new IdentityHashes(purposes))).Options);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Everything or nothing: a savepoint before each of a thousand saves would only cost time.
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LoadLock})", ct);
        if (await db.Users.AnyAsync(u => u.IsDemo, ct))
            return false;

        var now = clock.GetUtcNow();
        var cast = DemoCast.Make(PakistanTime.DayOf(now));
        await AddAsync(db, cast, ct);
        var clocks = await db.ReferralClocksAsync(ct);
        var player = new DemoPlayer(db, cast, context, cipher, new ArrivalCodes(purposes), storyClock, now);
        foreach (var story in new DemoHistory(cast, clocks, now).Stories().Concat(new DemoRecentDays(cast, now).Stories()))
            await player.PlayAsync(story, ct);
        await SettleAsync(db, cast, now, ct);
        await new DemoReturns(cast, now).AddAsync(db, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task AddAsync(TipSomDbContext db, DemoCast cast, CancellationToken ct)
    {
        db.AddRange(cast.Agencies.Values);
        db.AddRange(cast.Units.Values);
        db.AddRange(cast.Users.Values);
        db.AddRange(cast.Services.Values);
        db.AddRange(cast.Agreements);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        // Everybody has been there for as long as the stories go back, and one goes elsewhere in two weeks.
        var (mover, station) = (cast.Users[DemoPeople.Mover], cast.Units["PS-LHR-01"]);
        await db.Database.ExecuteSqlAsync($"update identity.postings set from_day = from_day - 400", ct);
        await db.Database.ExecuteSqlAsync(
            $"update identity.postings set until_day = security.today() + 14, ended_at = security.moment(), end_reason = 'Transfer' where user_id = {mover.Id}", ct);
        await db.Database.ExecuteSqlAsync($"""
            insert into identity.postings (id, user_id, unit_id, agency_id, role, from_day, made_at)
            values (gen_random_uuid(), {mover.Id}, {station.Id}, {station.AgencyId}, {mover.Role.ToString()}, security.today() + 14, security.moment())
            """, ct);
    }

    /// <summary>What became so only lately, and so must not stand in the way of what was done before: free places, a suspension.</summary>
    private static async Task SettleAsync(TipSomDbContext db, DemoCast cast, DateTimeOffset now, CancellationToken ct)
    {
        // Nobody in particular did this.
        await db.Database.ExecuteSqlAsync($"select set_config('tipsom.context', '', true), set_config('tipsom.moment', '', true)", ct);
        foreach (var offer in DemoProviders.Offers.Where(o => o.Places is not null))
        {
            var service = await db.ProviderServices.SingleAsync(s => s.Id == cast.Services[offer.Key].Id, ct);
            // Fresh on the day of the first start. A day later most of them read "not known", as they would for anybody who confirms nothing.
            service.ConfirmPlaces(
                offer.Places!.Total, offer.Places.Free, now.AddHours(-offer.Places.HoursAgo), DemoCast.ActorOf(cast.AnswerersAt(offer.Unit)[0]));
        }

        var today = PakistanTime.DayOf(now);
        var administrator = DemoCast.ActorOf(cast.Users.Values.First(u => u.Role == Role.NationalAdministrator));
        foreach (var plan in DemoAgreements.All.Where(t => t.Suspended is not null || t.RenewedTo is not null))
        {
            var number = plan.NumberOn(today);
            var agreement = await db.Agreements.Include(a => a.Versions).SingleAsync(a => a.Number == number, ct);
            if (plan.Suspended is { } reason)
                agreement.Suspend(reason, administrator, now.AddDays(-3));
            if (plan.RenewedTo is { } days)
                agreement.ProposeChange(agreement.Terms with { InForceTo = today.AddDays(days) }, administrator, now.AddDays(-1));
        }

        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"select security.document_scanned(d.id, true) from casework.case_documents d", ct);
        // Whoever is late in the demo was told so: the first start finds no heap of reminders.
        await db.Database.ExecuteSqlAsync($"select from security.fire_timers({now}, 1000000)", ct);
    }
}
