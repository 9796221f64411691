using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;

namespace TipSom.Domain.Tests.Reporting;

public sealed class DownloadTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Supervisor = new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Test");

    [Fact]
    public void Asked_for_it_waits_with_what_was_chosen()
    {
        var download = Ask(choices: new Dictionary<string, string> { ["district"] = "PB-LAHORE", ["a"] = "\"x\"" });

        Assert.Equal((DownloadStatus.Waiting, Role.Supervisor, Supervisor.UnitId), (download.Status, download.Role, download.UnitId));
        Assert.Equal("PB-LAHORE", download.Choices()["district"]);
        Assert.Equal("\"x\"", download.Choices()["a"]);
    }

    [Fact]
    public void The_same_twice_at_once_is_refused() =>
        Assert.Equal(Download.AskedAlready, Assert.Throws<RuleBrokenException>(() => Ask(sameUnfinished: true)).Sentence);

    [Fact]
    public void An_eleventh_of_a_day_is_refused()
    {
        Ask(askedToday: Download.MostADay - 1);

        Assert.Equal(Download.TooMany, Assert.Throws<RuleBrokenException>(() => Ask(askedToday: Download.MostADay)).Sentence);
        Assert.Contains($"{Download.MostADay} files", Download.TooMany, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020; drop")]
    [InlineData("لاہور")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void A_period_is_a_code(string period) => Assert.Throws<ArgumentException>(() => Ask(period));

    [Fact]
    public void Choices_have_an_end() =>
        Assert.Throws<ArgumentException>(() => Ask(choices: new Dictionary<string, string> { ["a"] = new('x', Download.ParametersMaxLength) }));

    [Fact]
    public void Cancelled_once_it_is_not_cancelled_again()
    {
        var download = Ask();

        download.Cancel(Now);

        Assert.Equal((DownloadStatus.Cancelled, Now), (download.Status, download.FinishedAt));
        Assert.Equal(Download.HasEnded, Assert.Throws<RuleBrokenException>(() => download.Cancel(Now)).Sentence);
    }

    [Fact]
    public void What_is_not_ready_is_not_taken_out() =>
        Assert.Equal(Download.IsNotKept, Assert.Throws<RuleBrokenException>(() => Ask().Fetch(Supervisor, Role.Supervisor, Now)).Sentence);

    private static Download Ask(
        string period = "2020-21", IReadOnlyDictionary<string, string>? choices = null, bool sameUnfinished = false, int askedToday = 0) => Download.Ask(
        "TD-2026-AAAAAA", DownloadKind.Glotip, period, choices ?? new Dictionary<string, string>(), DownloadFormat.Xlsx, "ur-PK", Supervisor, Role.Supervisor,
        sameUnfinished, askedToday, Now);
}
