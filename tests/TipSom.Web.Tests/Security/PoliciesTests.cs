using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Imports;
using TipSom.Data.Referrals;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Documents;
using TipSom.Domain.Drafts;
using TipSom.Domain.Emergency;
using TipSom.Domain.Finding;
using TipSom.Domain.Imports;
using TipSom.Domain.Referrals;
using TipSom.Domain.Reporting;
using TipSom.Domain.Tests;
using TipSom.TestSupport;
using TipSom.Web.Documents;
using TipSom.Web.Security;
using TipSom.Web.Startup;
using TipSom.Web.Telling;

namespace TipSom.Web.Tests.Security;

/// <summary>The numbers that docs/limits.md and docs/security-policies.md name are those the code keeps.</summary>
public sealed class PoliciesTests
{
    private const int MegaByte = 1024 * 1024;

    [Fact]
    public void Limits_are_as_written()
    {
        var limits = new RateLimitOptions();
        Same("limits.md", new()
        {
            ["requests of a person"] = $"{limits.PerUser} in a minute",
            ["requests of an agency"] = $"{limits.PerAgency} in a minute",
            ["requests of an address, nobody signed in"] = $"{limits.PerAddress} in a minute",
            ["forms of an address, nobody signed in"] = $"{limits.FormsPerAddress} in a minute",
            ["searches for people in a minute"] = $"{limits.Searches}",
            ["searches for people in an hour"] = $"{Search.MostAnHour}",
            ["lists taken out as a file in an hour"] = $"{limits.Exports}",
            ["different people opened in an hour"] = $"more than {ThresholdOf("'ManyPeople', r.people, ")} is a pattern",
            ["names and papers opened in an hour, told"] = $"at {NumberAfter("234_many_openings", "if opened = ", ' ')} the auditors are told",
            ["names and papers opened in an hour, at most"] = $"{NumberAfter("234_many_openings", "if opened > ", ' ')}, those of emergencies beside",
            ["looks at people in a minute"] = $"{ThresholdOf("'InhumanSpeed', r.in_a_minute, ") + 1} is a pattern",
            ["reports of browsers from an address"] = $"{limits.Reports} in a minute",
            ["openings in an emergency, alone"] = $"{EmergencyAccess.MostAlone} in {EmergencyAccess.Counted.TotalDays} days",
            ["a document"] = $"{PlainFile.MaxLength / MegaByte} MB, {PlainFile.MostDots / 1_000_000} million dots",
            ["documents of a case in a day"] = $"{CaseDocument.MostInCaseADay}",
            ["documents of a person in a day"] = $"{CaseDocument.MostByPersonADay}",
            ["any other form"] = $"{ServerLimits().MaxRequestBodySize / MegaByte} MB",
            ["a register"] = $"{RegisterImport.FileMaxLength / MegaByte} MB, {RegisterImport.MostRows} lines, {RegisterFile.MostColumns} columns",
            ["files of figures in a day"] = $"{Download.MostADay}, one of a kind at once, {Download.ContentMaxLength / MegaByte} MB each, kept {Download.Kept.TotalHours} hours",
            ["drafts kept of a person"] = $"{Draft.MostKept}, {Draft.MaxBytes / 1024} KB each, {Draft.Kept.TotalDays} days",
            ["providers asked for one need at once"] = $"{SendReferral.MostAskedTogether}",
            ["tries of a code of arrival"] = $"{Referral.MaxWrongArrivalCodes}",
            ["password or code, at one place"] = $"{GuessGuard.TriesAtAPlace} tries",
            ["password or code, at all places unknown before"] = $"{GuessGuard.TriesAnywhere} tries"
        });
    }

    [Fact]
    public void Guessing_passwords_and_sessions_are_as_written()
    {
        var signIn = Builder();
        signIn.AddTipSomSignIn();
        using var services = signIn.Services.BuildServiceProvider();

        Assert.Equal(PasswordHasherCompatibilityMode.IdentityV3, services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.CompatibilityMode);
        Same("security-policies.md", new()
        {
            ["tries at one place for one account"] = $"{GuessGuard.TriesAtAPlace}",
            ["tries at all unknown places for one account"] = $"{GuessGuard.TriesAnywhere}",
            ["first wait"] = Minutes(GuessGuard.FirstWait),
            ["longest wait"] = Minutes(GuessGuard.LongestWait),
            ["tries are forgotten after"] = Hours(GuessGuard.Memory),
            ["an invitation lasts"] = Hours(AccountCodes.InvitationLasts),
            ["a recovery code lasts"] = Minutes(AccountCodes.RecoveryLasts),
            ["a code of the app lasts"] = $"{((2 * Totp.Window) + 1) * 30} seconds",
            ["codes on a card"] = $"{Factors.CodesOnACard}",
            ["the second step waits"] = Minutes(SessionStore.BetweenSteps),
            ["fewest characters"] = $"{services.GetRequiredService<IOptions<IdentityOptions>>().Value.Password.RequiredLength}",
            ["rounds of PBKDF2-SHA512"] = $"{services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount}",
            ["unused, on an own computer"] = Minutes(SessionStore.Idle),
            ["unused, on a shared computer"] = Minutes(SessionStore.IdleWhereShared),
            ["in all"] = Hours(SessionStore.Longest),
            ["a proof for grave acts lasts"] = Minutes(StepUpAttribute.Lasts),
            ["an account counts as dormant after"] = $"{KeptAccounts.DormantAfter.TotalDays} days"
        });
    }

    [Fact]
    public void Waiting_and_trying_again_are_as_written()
    {
        var line = new NpgsqlConnectionStringBuilder(DataSource("Host=/run/postgresql;Database=tipsom;Username=tipsom_app"));
        var roles = File.ReadAllText(Repository.PathOf("src/TipSom.Data/LocalPostgres/roles.sql"));

        Same("security-policies.md", new()
        {
            ["connections of a portal to the database"] = $"{line.MaxPoolSize}",
            ["wait for a connection"] = $"{line.Timeout} seconds",
            ["a command"] = $"{line.CommandTimeout} seconds",
            ["a statement, by the database"] = SettingOf("statement_timeout"),
            ["a lock, by the database"] = SettingOf("lock_timeout"),
            ["a transaction left open, by the database"] = SettingOf("idle_in_transaction_session_timeout"),
            ["the question whether the portal is ready"] = Seconds(ReadyCheck().Timeout),
            ["one mail"] = Seconds(new MailSender(Options.Create(new MailOptions()), null!).Patience),
            ["the check of one document"] = Seconds(new ScannerOptions().Patience)
        });
        // One more key of a purpose is one more line of life.
        var purposes = WrittenRows.Of("security-policies.md").Single(cells => cells[0].StartsWith("purpose keys: ", StringComparison.Ordinal))[0];
        Assert.Equal(Enum.GetValues<KeyPurpose>().Length, purposes.Split(',').Length);
        Assert.Equal(7, new NpgsqlConnectionStringBuilder(DataSource("Host=/run/postgresql;Maximum Pool Size=7")).MaxPoolSize);
        Assert.InRange(MailWorker.WaitAfter(1, false).TotalSeconds, 22.5, 30);

        string SettingOf(string name) => $"{roles.Split($"set {name} = '")[1].Split("s'")[0]} seconds";
    }

    [Fact]
    public void The_server_names_neither_itself_nor_its_version() => Assert.False(Server().AddServerHeader);

    // The largest number that is none yet.
    private static int ThresholdOf(string pattern) => NumberAfter("232_patterns", pattern, ')');

    private static int NumberAfter(string policy, string text, char end) =>
        int.Parse(File.ReadAllText(Repository.PathOf($"src/TipSom.Data/RowSecurity/Policies/{policy}.v4.sql")).Split(text)[1].Split(end)[0], CultureInfo.InvariantCulture);

    private static void Same(string page, Dictionary<string, string> expected)
    {
        var rows = WrittenRows.Of(page).GroupBy(cells => cells[0]).ToDictionary(g => g.Key, g => g.First()[1]);

        Assert.All(expected, number => Assert.Equal((number.Key, number.Value), (number.Key, rows.GetValueOrDefault(number.Key))));
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} seconds");

    private static string Minutes(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes} minute{(time.TotalMinutes == 1 ? "" : "s")}");

    private static string Hours(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours} hours");

    private static string DataSource(string connectionString)
    {
        using var services = new ServiceCollection().AddTipSomData(connectionString, new AccessContext(TestKeys.Context), new MasterKeys(TestKeys.Master)).BuildServiceProvider();
        return services.GetRequiredService<NpgsqlDataSource>().ConnectionString;
    }

    private static HealthCheckRegistration ReadyCheck()
    {
        using var services = new ServiceCollection().AddLogging().AddTipSomHealth().BuildServiceProvider();
        return Assert.Single(services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations);
    }

    private static KestrelServerLimits ServerLimits() => Server().Limits;

    private static KestrelServerOptions Server()
    {
        var builder = Builder();
        builder.AddTipSomSecurityHeaders();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
    }

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration["AllowedHosts"] = "tipsom.example";
        return builder;
    }
}
