using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Account;

/// <summary>Whoever guesses is slowed, and nobody else is. TIPSOM_GUESSES plays more of them.</summary>
public sealed class GuessingTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private static readonly int Guesses = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_GUESSES") ?? "300", CultureInfo.InvariantCulture);

    private readonly HandClock clock = new(DateTimeOffset.UtcNow.AddDays(-3));
    private readonly World world = new(database);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Unknown_wrong_waiting_and_disabled_get_the_same_answer()
    {
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var disabled = await world.UserAsync(police.Station, Domain.Identity.Role.Officer);
        await world.AsOwnerAsync(db => db.Users.Where(u => u.Id == disabled.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.DisabledAt, DateTimeOffset.UtcNow)));

        var answers = new List<string>();
        foreach (var (name, password) in new[]
                 {
                     ("nobody@test.example", "not the password"), (police.Officer.UserName!, "not the password"), (disabled.UserName!, World.Password)
                 })
        {
            // Five wrong tries, and the sixth waits.
            var browser = portal.Browser().At("203.0.113.9");
            var seen = "";
            for (var i = 0; i < 6; i++)
            {
                var answer = await browser.GivePasswordAsync(name, password);
                seen += $"{(int)answer.StatusCode} {answer.Headers.Contains("Set-Cookie")} {WithoutTime((await answer.HtmlAsync()).MainText().Replace(name, "", StringComparison.Ordinal))}\n";
            }

            answers.Add(seen);
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("Try again at", answers[0]);
    }

    [Fact]
    public async Task Five_wrong_passwords_make_the_account_wait_at_that_place_and_at_no_other()
    {
        await using var portal = new Portal(database) { Clock = clock };
        var officer = (await world.PoliceAsync()).Officer;
        var stranger = portal.Browser().At("203.0.113.1");
        for (var i = 0; i < GuessGuard.TriesAtAPlace; i++)
            await stranger.GivePasswordAsync(officer.UserName!, "wrong wrong wrong");

        Assert.Equal(HttpStatusCode.OK, (await stranger.GivePasswordAsync(officer.UserName!, World.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().At("203.0.113.2").GivePasswordAsync(officer.UserName!, World.Password)).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GivePasswordAsync(officer.UserName!, World.Password)).StatusCode);
    }

    [Fact]
    public async Task The_wait_grows_to_a_quarter_of_an_hour_and_a_hundred_at_once_are_five()
    {
        await using var portal = new Portal(database) { Clock = clock };
        var guard = portal.Services.GetRequiredService<GuessGuard>();
        var account = $"A{Guid.NewGuid():N}";
        Task<DateTimeOffset?> TryAsync() => guard.TryAsync(GuessKind.Password, account, "192.0.2.7", true, TestContext.Current.CancellationToken);

        var first = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => TryAsync()));
        Assert.Equal(GuessGuard.TriesAtAPlace, first.Count(w => w is null));
        var waits = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var until = (await TryAsync())!.Value;
            waits.Add(Math.Round((until - clock.GetUtcNow()).TotalMinutes));
            clock.Advance(until - clock.GetUtcNow());
            Assert.Null(await TryAsync());
        }

        Assert.Equal([1, 2, 4, 8, 15, 15], waits);
        clock.Advance(GuessGuard.Memory + TimeSpan.FromMinutes(1));
        Assert.Null(await TryAsync());
        Assert.Null(await TryAsync());
    }

    [Fact]
    public async Task Guesses_from_everywhere_are_bounded_and_the_person_still_signs_in_where_they_do()
    {
        await using var portal = new Portal(database) { Clock = clock };
        var officer = (await world.PoliceAsync()).Officer;
        var home = portal.Browser().At("198.51.100.5");
        await home.SignInAsync(officer.UserName!, World.Password);
        var stranger = portal.Browser();
        var page = await stranger.OpenAsync("/account/sign-in");
        var log = portal.Log;
        var before = log.Lines.Count(l => l.Contains("wrong password", StringComparison.Ordinal));

        // A day of guessing, every guess from an address of its own; the right one is among them once nobody looks any more.
        for (var i = 0; i < Guesses; i++)
        {
            stranger.At($"10.{i / 65536}.{i / 256 % 256}.{i % 256}");
            var answer = await stranger.SubmitAsync(page, "form[action='/account/sign-in']", ("Input.UserName", officer.UserName!), ("Input.Password", i > 30 && i % 5 == 0 ? World.Password : $"guess number {i}"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var judged = log.Lines.Count(l => l.Contains("wrong password", StringComparison.Ordinal)) - before;
        output.WriteLine($"{Guesses} guesses, {judged} looked at, none right");
        Assert.InRange(judged, 1, GuessGuard.TriesAnywhere);
        await portal.Browser().At("198.51.100.5").SignInAsync(officer.UserName!, World.Password);
    }

    [Fact]
    public async Task Codes_are_guessed_five_times_and_the_person_is_told()
    {
        await using var portal = new Portal(database) { Clock = clock };
        var officer = (await world.PoliceAsync()).Officer;
        var stranger = portal.Browser();
        for (var i = 0; i < GuessGuard.TriesAtAPlace; i++)
        {
            var page = await stranger.FollowAsync(await stranger.GivePasswordAsync(officer.UserName!, World.Password));
            await stranger.SubmitAsync(page, null, ("Second.With", "Card"), ("Second.Code", "00000000"));
        }

        var right = await stranger.GiveCardCodeAsync(await stranger.FollowAsync(await stranger.GivePasswordAsync(officer.UserName!, World.Password)));

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Contains("Try again at", (await right.HtmlAsync()).MainText());
        Assert.True(await world.AsAsync(officer, (_, db) => db.Notifications.AnyAsync(n => n.Kind == NotificationKind.SecondStepFailed)));
    }

    [Fact]
    public async Task An_unknown_name_takes_as_long_as_a_known_one()
    {
        const int rounds = 15;
        await using var portal = new Portal(database) { Hashing = 210_000 };
        var police = await world.PoliceAsync();
        // A hash as production makes it: the tests' own are cheap.
        await using var scope = portal.Services.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>().HashPassword(police.Officer, World.Password);
        await world.AsOwnerAsync(db => db.Users.Where(u => u.Id == police.Officer.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, hash)));
        var browser = portal.Browser();
        var page = await browser.OpenAsync("/account/sign-in");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = 0; i < rounds + 2; i++)
        {
            foreach (var (name, times) in new[] { (police.Officer.UserName!, known), ($"nobody{i}@test.example", unknown) })
            {
                browser.At($"10.9.{i}.1");
                var started = Stopwatch.GetTimestamp();
                await browser.SubmitAsync(page, "form[action='/account/sign-in']", ("Input.UserName", name), ("Input.Password", "wrong wrong wrong"));
                // The first make the dummy hash and warm up.
                if (i >= 2)
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var (a, b) = (Median(known), Median(unknown));
        output.WriteLine($"known {a:0.0} ms, unknown {b:0.0} ms, ratio {a / b:0.00}");
        Assert.InRange(a / b, 0.7, 1.4);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string WithoutTime(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9]{2}:[0-9]{2}", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
