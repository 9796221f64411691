using TipSom.Data.Identity;

namespace TipSom.Web.Pages.Account;

/// <summary>A form that asks for a code of the second step (_CodeFields).</summary>
public interface ICodeForm
{
    FactorsHeld Held { get; }

    CodeInput Second { get; }
}
