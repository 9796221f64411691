using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Care;

/// <summary>Whom a provider cares for, what its plans say is due, and who is to be asked how they are.</summary>
[RequirePermission(Permission.KeepCare)]
public sealed class IndexModel(TipSomDbContext db, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel
{
    public IReadOnlyList<CareRow> InCare { get; private set; } = [];

    public IReadOnlyList<PlanRow> PlanItems { get; private set; } = [];

    public IReadOnlyList<FollowUpRow> Questions { get; private set; } = [];

    public string? Newest { get; private set; }

    public string? Older { get; private set; }

    public DateOnly Today => PakistanTime.DayOf(clock.GetUtcNow());

    public async Task OnGetAsync(string? before, CancellationToken ct)
    {
        var from = ListCursor.Read(before);
        var rows = await db.InCareAsync(from, ct);
        InCare = [.. rows.Take(CareQueue.MostShown)];
        if (rows.Count > CareQueue.MostShown)
            Older = $"/care?before={ListCursor.Of(InCare[^1].Since, InCare[^1].Id)}";
        if (from is not null)
        {
            Newest = "/care";
            return;
        }

        PlanItems = await db.PlanItemsDueAsync(Today, ct);
        Questions = await db.FollowUpsDueAsync(Today, ct);
    }

    /// <summary>A day in words, and whether it has passed.</summary>
    public string Due(DateOnly day) =>
        day < Today ? texts["overdue since {0}", PortalTime.Day(day)] : day == Today ? texts["today"] : texts["by {0}", PortalTime.Day(day)];
}
