using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TipSom.Web.Pages.Figures;

/// <summary>What public figures count and how they are protected. For everybody, without an account.</summary>
[AllowAnonymous]
public sealed class MethodModel : PageModel;
