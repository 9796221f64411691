using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;

namespace TipSom.Web.Pages.Figures;

/// <summary>A release as other programs read it: the same bytes under the same address for good.</summary>
[AllowAnonymous]
public sealed class JsonModel(TipSomDbContext db) : PublicReleaseModel(db)
{
    public IActionResult OnGet() => File(Encoding.UTF8.GetBytes(Release.Content), "application/json; charset=utf-8");
}
