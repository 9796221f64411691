using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Looks;

/// <summary>What other units and agencies opened in the cases of the own unit, week by week: who, from where, what and why.</summary>
[RequirePermission(Permission.ReadLooks)]
public sealed class IndexModel(TipSomDbContext db, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel
{
    private const int WeeksOffered = 9;

    /// <summary>A week from Monday to Sunday, such as <c>2026-W47</c>; this week where none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Week { get; set; }

    public IReadOnlyList<LooksByOthers.Look> Looks { get; private set; } = [];

    public IReadOnlyList<Choice> Weeks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = PakistanTime.DayOf(clock.GetUtcNow());
        var thisMonday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var monday = MondayOf(Week) ?? thisMonday;
        Week = WeekOf(monday);
        Weeks = [.. Enumerable.Range(0, WeeksOffered).Select(back => thisMonday.AddDays(-7 * back)).Append(monday).Distinct().OrderDescending()
            .Select(m => new Choice(WeekOf(m), texts["{0} to {1}", PortalTime.Day(m), PortalTime.Day(m.AddDays(6))]))];
        Looks = await db.LooksByOthersAsync(
            PakistanTime.MomentOf(monday, TimeOnly.MinValue), PakistanTime.MomentOf(monday.AddDays(7), TimeOnly.MinValue), ct);
    }

    private static string WeekOf(DateOnly monday) => string.Create(
        CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday.ToDateTime(TimeOnly.MinValue)):d4}-W{ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue)):d2}");

    private static DateOnly? MondayOf(string? week) =>
        week?.Split("-W") is [{ Length: 4 } year, { Length: 2 } number]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 2020 and < 2100
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var w) && w >= 1 && w <= ISOWeek.GetWeeksInYear(y)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(y, w, DayOfWeek.Monday))
            : null;
}
