using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Victims;

namespace TipSom.Web.Pages.Assessment;

/// <summary>What of a person's assessment is recorded and what is not: one query, for the task list of the person's page.</summary>
public static class AssessmentTasks
{
    public static async Task<IReadOnlyList<PersonTask>> AssessmentTasksAsync(this TipSomDbContext db, Guid victimId, DateOnly today, CancellationToken ct)
    {
        var stands = await db.Victims.Where(v => v.Id == victimId).Select(v => new
        {
            v.Risk,
            v.RiskReviewOn,
            IsAssessed = db.RiskAssessments.Any(r => r.VictimId == v.Id),
            IsScreened = db.IndicatorScreenings.Any(s => s.VictimId == v.Id),
            IsTold = db.ExploitationRecords.Any(r => r.VictimId == v.Id),
            HasRoute = db.RoutePlaces.Any(p => p.VictimId == v.Id && p.RemovedAt == null),
            IsVulnerabilityKnown = db.VulnerabilityRecords.Any(r => r.VictimId == v.Id),
            OpenNeeds = v.Needs.Count(n => n.EndedAt == null),
            Reflection = db.ReflectionPeriods.Where(p => p.VictimId == v.Id).OrderByDescending(p => p.Version).Select(p => (DateOnly?)p.EndsOn).FirstOrDefault(),
            HasConsent = db.Consents.Any(c => c.VictimId == v.Id)
        }).SingleAsync(ct);
        return
        [
            stands.RiskReviewOn <= today ? new("Risk", "risk", "Review due", "warn")
                : stands is { IsAssessed: false, Risk: RiskLevel.High } ? new("Risk", "risk", "To do", "bad", "Not safe when logged.")
                : Of("Risk", "risk", stands.IsAssessed),
            stands.OpenNeeds > 0
                ? new("Needs", "needs", "Completed", "done")
                : new("Needs", "needs", "No open need", "neutral"),
            Of("Indicators", "indicators", stands.IsScreened),
            Of("What happened", "exploitation", stands.IsTold),
            Of("Route", "route", stands.HasRoute),
            Of("Vulnerability and protection", "vulnerabilities", stands.IsVulnerabilityKnown),
            stands.Reflection is { } end
                ? new("Reflection period", "reflection", end < today ? "Over" : "Runs", end < today ? "neutral" : "info")
                : new("Reflection period", "reflection", "To do", "info"),
            new("Consent so far", "consent-history", stands.HasConsent ? "Recorded" : "Not asked yet", "neutral")
        ];
    }

    private static PersonTask Of(string label, string act, bool isDone) =>
        isDone ? new(label, act, "Completed", "done") : new(label, act, "To do", "info");
}
