using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Law;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Law;

/// <summary>The law of one case: its time limits, who investigates and why, offences, FIRs and steps.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class IndexModel(TipSomDbContext db, LegalSteps steps, CurrentUser user, TimeProvider clock) : LawPageModel(db, user)
{
    private const int LinesShown = 100;

    /// <summary>What was just done, one of <see cref="LawNotice"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<ChosenOffence> Offences { get; private set; } = [];

    public IReadOnlyList<DeadlineView> Deadlines { get; private set; } = [];

    public IReadOnlyList<StepView> Steps { get; private set; } = [];

    public IReadOnlyList<ReportView> Reports { get; private set; } = [];

    /// <summary>The rows of the decision table that hold, the case's own first.</summary>
    public IReadOnlyList<JurisdictionRow> Rows => Jurisdiction.RowsOf(Case.Kind, Case.Border, Offences.Select(o => o.Offence.Code));

    public bool ProposesHandOver => Works && Case.IsOpen && Case.ProposedLead != Holder.Kind;

    public bool MayAct => Works && Case.IsOpen;

    public string UrlOf(string act) => $"/cases/{Case.Number}/law/{act}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!SeesInvestigation)
            return;
        Offences = await ChosenAsync(ct);
        Deadlines = await (
                from d in Db.LegalDeadlines.AsNoTracking()
                join k in Db.LegalClocks on d.ClockCode equals k.Code
                where d.CaseId == Case.Id
                orderby d.MetAt != null, d.DueAt, d.Id
                select new DeadlineView(d, k))
            .Take(LinesShown).ToListAsync(ct);
        var recorded = await (
                from s in Db.LegalSteps.AsNoTracking()
                where s.CaseId == Case.Id
                orderby s.TakenAt descending, s.Id descending
                select new
                {
                    Step = s,
                    Label = Db.CodeList.Where(l => l.List == "legal_stage" && l.Code == s.Stage).Select(l => new { l.LabelEn, l.LabelUr }).FirstOrDefault(),
                    Court = Db.CodeList.Where(l => l.List == "court_type" && l.Code == s.CourtCode).Select(l => new { l.LabelEn, l.LabelUr }).FirstOrDefault(),
                    Person = Db.Victims.Where(v => v.Id == s.VictimId).Select(v => (int?)v.Position).FirstOrDefault(),
                    Suspect = Db.Suspects.Where(a => a.Id == s.SuspectId).Select(a => (int?)a.Position).FirstOrDefault()
                })
            .Take(LinesShown).ToListAsync(ct);
        Steps =
        [
            .. recorded.Select(r => new StepView(
                r.Step, new BilingualName(r.Label?.LabelEn ?? r.Step.Stage, r.Label?.LabelUr ?? r.Step.Stage),
                r.Court is { } court ? new BilingualName(court.LabelEn, court.LabelUr ?? court.LabelEn) : null, r.Person, r.Suspect, steps.NoteOf(r.Step)))
        ];
        var reports = await (
                from f in Db.FirstInformationReports.AsNoTracking()
                join u in Db.Units on f.StationUnitId equals u.Id
                where f.CaseId == Case.Id
                orderby f.RecordedAt
                select new { Report = f, Station = new BilingualName(u.NameEn, u.NameUr) })
            .Take(LinesShown).ToListAsync(ct);
        var texts = Offences.ToDictionary(o => o.Offence.Code, o => $"{o.Offence.Act} {o.Offence.Section}");
        Reports =
        [
            .. reports.Select(r => new ReportView(
                r.Report, r.Station, steps.DetailsOf(r.Report), [.. r.Report.OffenceCodes.Select(code => texts.GetValueOrDefault(code, code))]))
        ];
    }

    /// <summary>A time limit that runs or ran.</summary>
    public sealed record DeadlineView(LegalDeadline Deadline, LegalClock Clock);

    /// <summary>A step with its words.</summary>
    public sealed record StepView(LegalStep Step, BilingualName Label, BilingualName? Court, int? Person, int? Suspect, string? Note);

    /// <summary>An FIR with its station, what of it was sealed, and its sections; one that was taken off the case since is told by its code.</summary>
    public sealed record ReportView(FirstInformationReport Report, BilingualName Station, FirDetails Details, IReadOnlyList<string> Sections);
}
