using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Finding;

/// <summary>One question between two units: the side that is asked reads what the asker chose to tell, and answers; both read the answer.</summary>
[RequirePermission(Permission.ConnectPeople)]
public sealed class AnswerModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : RecordPageModel
{
    [FromRoute]
    public string Number { get; init; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public ConnectRequest Question { get; private set; } = null!;

    public BilingualName From { get; private set; } = null!;

    public BilingualName FromAgency { get; private set; } = null!;

    public BilingualName To { get; private set; } = null!;

    public BilingualName? District { get; private set; }

    public string? Contact { get; private set; }

    /// <summary>The own record that is asked about; null on the asker's side.</summary>
    public (string Number, int Position)? Own { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.ConnectPrefix, out var number))
            return NotFound();
        var found = await (
                from r in db.ConnectRequests
                join f in db.Units on r.FromUnitId equals f.Id
                join a in db.Agencies on f.AgencyId equals a.Id
                join t in db.Units on r.ToUnitId equals t.Id
                where r.Number == number
                select new
                {
                    Request = r,
                    From = new BilingualName(f.NameEn, f.NameUr),
                    Agency = new BilingualName(a.NameEn, a.NameUr),
                    To = new BilingualName(t.NameEn, t.NameUr),
                    District = db.Districts.Where(d => d.Code == r.ToldDistrictCode).Select(d => new BilingualName(d.NameEn, d.NameUr)).FirstOrDefault()
                })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Question, From, FromAgency, To, District) = (found.Request, found.From, found.Agency, found.To, found.District);
        // Row security leaves the record to those who are asked about it.
        var own = await (
                from t in db.ConnectTargets
                join v in db.Victims on t.VictimId equals v.Id
                join c in db.Cases on t.CaseId equals c.Id
                where t.RequestId == Question.Id
                select new { c.Number, v.Position })
            .SingleOrDefaultAsync(ct);
        Own = own is null ? null : (own.Number, own.Position);
        Contact = Question.SealedContact is { } kept ? cipher.Open<string>(SealKinds.ConnectContact, Question.Id, kept) : null;
        return null;
    }

    public void OnGet()
    {
        // The question was loaded before; there is nothing else to show.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Own is null)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        Question.Reply(Input.Answer!.Value, user.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/connect/{Question.Number}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose an answer.")]
        public ConnectAnswer? Answer { get; set; }
    }
}
