using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Seeding;

/// <summary>
/// What the demo's forces reported. The figures of 2020, and the forced labour of 2019, add up to those that were published; how they are split
/// over the forces is invented, and says so. Of the last months some are missing, so that there is somebody to remind.
/// </summary>
internal sealed class DemoReturns(DemoCast cast, DateTimeOffset now)
{
    private const string IsInvented = "Demo: the split over the forces is invented. Only the sum of all eight is a published figure.";

    private const string AsReported = "Demo: invented figures.";

    // What is on record from before the portal was signed on one day.
    private static readonly DateTimeOffset Long = new(2021, 2, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly (string Force, int Women, int Men, int Children, int Transgender, int Labour, int Referred, int ReferredMen, int LabourBefore)[] Years =
    [
        ("POL-PB", 9157, 5752, 4165, 153, 22, 7083, 2250, 459),
        ("POL-SD", 2898, 1820, 1318, 47, 5, 2242, 711, 144),
        ("POL-KP", 1372, 862, 624, 22, 2, 1062, 336, 68),
        ("POL-BA", 533, 335, 242, 8, 1, 413, 131, 26),
        ("POL-IS", 457, 287, 208, 7, 0, 354, 112, 22),
        ("POL-AK", 305, 191, 138, 4, 0, 236, 74, 15),
        ("POL-GB", 152, 95, 69, 2, 0, 118, 37, 7),
        ("POL-RW", 381, 239, 173, 6, 0, 295, 93, 19)
    ];

    private readonly DateOnly today = PakistanTime.DayOf(now);

    public async Task AddAsync(TipSomDbContext db, CancellationToken ct)
    {
        foreach (var year in Years)
        {
            db.Add(Signed($"{year.Force}-HQ", Year(2019), Long.AddYears(-1), IsInvented, (NationalIndicator.ForcedLabour, null, year.LabourBefore)));
            db.Add(Signed($"{year.Force}-HQ", Year(2020), Long, IsInvented,
                (NationalIndicator.Identified, null, year.Women + year.Men + year.Children + year.Transgender),
                (NationalIndicator.Identified, PersonGroup.Women, year.Women), (NationalIndicator.Identified, PersonGroup.Men, year.Men),
                (NationalIndicator.Identified, PersonGroup.Children, year.Children), (NationalIndicator.Identified, PersonGroup.Transgender, year.Transgender),
                (NationalIndicator.ForcedLabour, null, year.Labour),
                (NationalIndicator.Referred, null, year.Referred), (NationalIndicator.Referred, PersonGroup.Men, year.ReferredMen)));
        }

        AddMonths(db);
        await db.SaveChangesAsync(ct);
    }

    private void AddMonths(TipSomDbContext db)
    {
        var running = ReportPeriod.Of(PeriodKind.Month, today);
        var months = Enumerable.Range(1, 6).Select(back => ReportPeriod.Of(PeriodKind.Month, running.From.AddMonths(-back))).ToList();
        var administrator = DemoCast.ActorOf(cast.Users.Values.First(u => u.Role == Role.NationalAdministrator));
        foreach (var agency in Years.Select(y => y.Force).Append("TIPC-PB"))
            db.Add(ReportDuty.Owe(cast.Agencies[agency], months[^1], administrator, now.AddMonths(-7)));
        // By how many months ago it was: the last but two of Punjab, and the last two of Sindh, are missing.
        foreach (var back in new[] { 1, 2, 4, 5, 6 })
            db.Add(Month("POL-PB-HQ", months[back - 1], 40 + back));
        foreach (var back in new[] { 3, 4, 5, 6 })
            db.Add(Month("POL-SD-HQ", months[back - 1], 15 + back));
        db.Add(Month("TIPC-PB-LAHORE", months[1], 3));
        var (draft, by) = Begun("POL-PB-HQ", running, now.AddDays(-1));
        draft.Write(Set((NationalIndicator.Identified, PersonGroup.Women, 12), (NationalIndicator.Identified, PersonGroup.Children, 9)), null, by, now.AddDays(-1));
        db.Add(draft);
    }

    private Return Month(string unit, ReportPeriod month, int women) => Signed(
        unit, month, PakistanTime.MomentOf(month.To.AddDays(5), new TimeOnly(11, 0)) is var at && at < now ? at : now, AsReported,
        (NationalIndicator.Identified, PersonGroup.Women, women), (NationalIndicator.Identified, PersonGroup.Men, women / 2),
        (NationalIndicator.Identified, PersonGroup.Children, women / 3), (NationalIndicator.Identified, PersonGroup.Transgender, 1),
        (NationalIndicator.ForcedLabour, null, women / 4), (NationalIndicator.OrganisedBegging, null, women / 5),
        (NationalIndicator.Referred, null, women), (NationalIndicator.ReferredToNgo, null, women / 2), (NationalIndicator.Arrested, null, 4));

    private Return Signed(
        string unit, ReportPeriod period, DateTimeOffset at, string note, params (NationalIndicator Indicator, PersonGroup? Group, int Value)[] figures)
    {
        var (report, by) = Begun(unit, period, at);
        report.Write(Set(figures), note, by, at);
        report.SignOff(null, today, by, at);
        return report;
    }

    private (Return Return, Actor By) Begun(string unitCode, ReportPeriod period, DateTimeOffset at)
    {
        var unit = cast.Units[unitCode];
        var by = DemoCast.ActorOf(cast.Users.Values.First(u => u.UnitId == unit.Id && u.Role == Role.Supervisor));
        var agency = cast.Agencies.Values.Single(a => a.Id == unit.AgencyId);
        return (Return.Begin(RecordNumber.Draw(RecordNumber.ReturnPrefix, at.Year), agency, unit, period, [], today, by, at), by);
    }

    private static ReportPeriod Year(int year) => ReportPeriod.Beginning(PeriodKind.Year, year, 1);

    private static FigureSet Set(params (NationalIndicator Indicator, PersonGroup? Group, int Value)[] figures) => new(figures.ToDictionary(
        f => f.Group is { } group ? FigureCell.Of(f.Indicator, group) : FigureCell.Of(f.Indicator), f => f.Value));
}
