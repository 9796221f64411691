using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Suspects;

/// <summary>Who is suspected in a case, without a name.</summary>
[RequirePermission(Permission.KeepSuspects)]
public sealed class IndexModel(TipSomDbContext db) : SuspectsPageModel(db)
{
    public IReadOnlyList<Row> Suspects { get; private set; } = [];

    public IEnumerable<Choice> Roles { get; private set; } = [];

    // Who only sees the case reads the list, where the investigation was shared.
    protected override bool ChangesCase => false;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Suspects = await (
                from s in Db.Suspects.AsNoTracking()
                where s.CaseId == Case.Id
                orderby s.Position
                select new Row(s, Db.Victims.Where(v => v.Id == s.VictimId).Select(v => (int?)v.Position).FirstOrDefault()))
            .ToListAsync(ct);
        if (Suspects.Count > 0)
            Roles = (await Db.CodeChoicesAsync(ct, CodeChoices.SuspectRoles))[CodeChoices.SuspectRoles];
    }

    /// <summary>A suspect, and the position of the person of the case whom it is.</summary>
    public sealed record Row(Suspect Suspect, int? Person);
}
