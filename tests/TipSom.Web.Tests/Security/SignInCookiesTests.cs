using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using TipSom.Web.Security;

namespace TipSom.Web.Tests.Security;

public sealed class SignInCookiesTests
{
    private static readonly SignInCookies Cookies = new(new Production());

    [Fact]
    public void Each_is_bound_to_this_host_and_https_short_and_out_of_reach_of_scripts() =>
        Assert.All(new[] { Cookies.Session, Cookies.Half, Cookies.Device }, name =>
        {
            var set = SetCookie(name);

            Assert.StartsWith("__Host-", set, StringComparison.Ordinal);
            Assert.Contains("; path=/; secure; ", set, StringComparison.Ordinal);
            Assert.Contains("; httponly", set, StringComparison.Ordinal);
            Assert.DoesNotContain("domain", set, StringComparison.Ordinal);
            Assert.Contains(name == Cookies.Session ? "; samesite=lax" : "; samesite=strict", set, StringComparison.Ordinal);
            Assert.InRange(set.Length, 1, 200);
        });

    private static string SetCookie(string name)
    {
        var context = new DefaultHttpContext();
        // As long as every key of the portal: 32 random bytes.
        Cookies.Set(context, name, new string('k', 43));
        // A cookie with an age says so between its path and the rest.
        return System.Text.RegularExpressions.Regex.Replace(Assert.Single(context.Response.Headers.SetCookie)!, "; (expires|max-age)=[^;]*", "");
    }

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "TipSom.Web";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
