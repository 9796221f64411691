using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.TestSupport;

/// <summary>
/// Agencies, people and agreements of one test, made fresh, so that tests need neither order nor cleaning. What they do, they do as
/// tipsom_app under row security, through the domain's own verbs (see World.Acts.cs).
/// </summary>
public sealed partial class World(TestDatabase database, TimeProvider? clock = null) : IAsyncDisposable
{
    /// <summary>Password of every account the world makes.</summary>
    public const string Password = "a long and quiet test password";

    /// <summary>Hashing takes a fifth of a second on purpose. The tests sign in a thousand times, and guard nobody with it.</summary>
    public const int HashIterations = 1_000;

    private static readonly string PasswordHash =
        new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = HashIterations }))
            .HashPassword(null!, Password);

    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton(clock ?? TimeProvider.System)
        .AddTipSomData(database.AppConnectionString, new AccessContext(TestKeys.Context), new MasterKeys(TestKeys.Master))
        .BuildServiceProvider();

    public TestDatabase Database => database;

    /// <summary>A police force with headquarters and one station in the district, an officer at the station and a supervisor above.</summary>
    public async Task<Force> PoliceAsync(string districtCode = "PB-LAHORE") => await ForceAsync(AgencyKind.Police, UnitKind.Station, districtCode);

    /// <summary>FIA with headquarters and one circle.</summary>
    public async Task<Force> FiaAsync(string districtCode = "PB-LAHORE") => await ForceAsync(AgencyKind.Fia, UnitKind.Circle, districtCode);

    /// <summary>A care provider with one shelter, offering one service to the groups.</summary>
    public async Task<Provider> ProviderAsync(
        IEnumerable<VictimGroup>? groups = null, ServiceType service = ServiceType.Shelter, string districtCode = "PB-LAHORE", int? freePlaces = 200)
    {
        var agency = NewAgency(AgencyKind.CareProvider);
        var shelter = new Unit(agency.Id, null, UnitKind.Shelter, Code("SH"), "Test shelter", "آزمائشی پناہ گاہ", districtCode, "042-0000000");
        var offered = new ProviderService(agency.Id, shelter.Id, service, districtCode, groups ?? [VictimGroup.Women, VictimGroup.Girls]);
        if (freePlaces is { } free)
            offered.ConfirmPlaces(Math.Max(free, 20), free, Now);
        var caseworker = NewUser(shelter, Role.Caseworker, "Ms Test Caseworker");
        var manager = NewUser(shelter, Role.ProviderManager, "Ms Test Manager");
        await AddAsOwnerAsync(agency, shelter, offered, caseworker, manager);
        return new Provider(agency, shelter, offered, caseworker, manager);
    }

    /// <summary>An agreement in force that lets the force refer to the provider for what the provider offers, in all of Punjab and Sindh.</summary>
    public async Task<Agreement> AgreementAsync(Force force, Provider provider, Func<AgreementTerms, AgreementTerms>? but = null)
    {
        var terms = TermsOf(force, provider);
        var agreement = new Agreement(but?.Invoke(terms) ?? terms);
        await AddAsOwnerAsync(agreement);
        return agreement;
    }

    /// <summary>The national desk at FIA headquarters with its coordinator. There may be several; each sees every referral sent after it exists.</summary>
    public async Task<User> CoordinatorAsync()
    {
        var agency = NewAgency(AgencyKind.Fia);
        var desk = new Unit(agency.Id, null, UnitKind.NationalDesk, Code("DESK"), "Test national desk", "آزمائشی قومی ڈیسک");
        var coordinator = NewUser(desk, Role.NationalCoordinator, "DD Test Coordinator");
        await AddAsOwnerAsync(agency, desk, coordinator);
        return coordinator;
    }

    /// <summary>A further station of a force, with nobody there.</summary>
    public async Task<Unit> StationAsync(Force force)
    {
        var station = new Unit(
            force.Agency.Id, force.Headquarters, UnitKind.Station, Code("PS"), "Other test station", "دوسرا آزمائشی تھانہ", force.Station.DistrictCode, "042-2222222");
        await AddAsOwnerAsync(station);
        return station;
    }

    /// <summary>A further account in a unit.</summary>
    public async Task<User> UserAsync(Unit unit, Role role, bool isDemo = false)
    {
        var user = NewUser(unit, role, $"Test {role}", isDemo);
        await AddAsOwnerAsync(user);
        return user;
    }

    /// <summary>A national role that a national administrator proposes for somebody new at the unit, and that waits for another to confirm it.</summary>
    public async Task<Guid> ProposeRoleAsync(User administrator, Unit unit, Role role = Role.Auditor)
    {
        var name = Code("proposed").ToLowerInvariant();
        await AsAsync(administrator, async (scope, _) =>
        {
            await scope.GetRequiredService<KeptAccounts>().ProposeAsync(new NewAccount("AD Test Proposed", name, null, unit.Id, role), CancellationToken.None);
            return true;
        });
        return await AsAsync(administrator, (_, db) => db.RoleProposals.Where(p => p.UserName == name).Select(p => p.Id).SingleAsync());
    }

    /// <summary>Writes rows as the owner, outside row security: for agencies, units, accounts and agreements, which have no pages yet.</summary>
    public async Task AddAsOwnerAsync(params object[] rows)
    {
        await using var db = new TipSomDbContext(
            new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        db.AddRange(rows);
        // Nobody signs in without a second factor. Everybody here has a card, and the tests know its codes.
        var cipher = services.GetRequiredService<RecordCipher>();
        db.AddRange(rows.OfType<User>().Select(u => Factors.CardOf(u.Id, [.. Enumerable.Range(1, Factors.CodesOnACard).Select(CodeOf)], cipher, Now)));
        await db.SaveChangesAsync();
    }

    /// <summary>Does something as the owner, outside row security: what no page does, such as taking a factor away behind somebody's back.</summary>
    public async Task AsOwnerAsync(Func<TipSomDbContext, Task> act)
    {
        await using var db = new TipSomDbContext(
            new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        await act(db);
    }

    /// <summary>Does something as somebody (null: nobody), in one transaction, under row security.</summary>
    public async Task<T> AsAsync<T>(User? user, Func<IServiceProvider, TipSomDbContext, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SessionUser>().UserId = user?.Id;
        var db = scope.ServiceProvider.GetRequiredService<TipSomDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await act(scope.ServiceProvider, db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }

    /// <summary>The code with this number on the card of everybody the world makes.</summary>
    public static string CodeOf(int number) => $"{number * 1_000_003:D8}";

    public static Actor ActorOf(User user) => new(user.Id, user.UnitId, user.AgencyId, user.DisplayName);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<Force> ForceAsync(AgencyKind kind, UnitKind stationKind, string districtCode)
    {
        var agency = NewAgency(kind);
        var headquarters = new Unit(agency.Id, null, UnitKind.Headquarters, Code("HQ"), "Test headquarters", "آزمائشی صدر دفتر");
        var station = new Unit(agency.Id, headquarters, stationKind, Code("PS"), "Test station", "آزمائشی تھانہ", districtCode, "042-1111111");
        var officer = NewUser(station, Role.Officer, "SI Test Officer");
        var supervisor = NewUser(headquarters, Role.Supervisor, "DSP Test Supervisor");
        await AddAsOwnerAsync(agency, headquarters, station, officer, supervisor);
        return new Force(agency, headquarters, station, officer, supervisor);
    }

    private static Agency NewAgency(AgencyKind kind) => new(Code("AG"), kind, "Test agency", "آزمائشی ادارہ");

    private static User NewUser(Unit unit, Role role, string name, bool isDemo = false)
    {
        var userName = $"{Code("user").ToLowerInvariant()}@test.example";
        return new User
        {
            Id = Guid.CreateVersion7(),
            DisplayName = name,
            UnitId = unit.Id,
            AgencyId = unit.AgencyId,
            Role = role,
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Email = userName,
            NormalizedEmail = userName.ToUpperInvariant(),
            PasswordHash = PasswordHash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            IsDemo = isDemo
        };
    }

    private static string Code(string prefix) => $"{prefix}-{RandomNumberGenerator.GetHexString(8)}";
}

/// <summary>An agency that logs cases.</summary>
public sealed record Force(Agency Agency, Unit Headquarters, Unit Station, User Officer, User Supervisor);

/// <summary>An agency that answers referrals.</summary>
public sealed record Provider(Agency Agency, Unit Shelter, ProviderService Service, User Caseworker, User Manager);
