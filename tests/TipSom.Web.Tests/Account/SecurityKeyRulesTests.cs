using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Identity;
using TipSom.TestSupport;
using TipSom.Web.Security;

namespace TipSom.Web.Tests.Account;

/// <summary>What the portal itself refuses of an answer that a security key has signed rightly.</summary>
public sealed class SecurityKeyRulesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    /// <summary>What is built into a shared computer belongs to whoever knows its PIN. Browsers offer none there; an answer may come all the same.</summary>
    [Theory]
    [InlineData("internal", true, false)]
    [InlineData("internal", false, true)]
    [InlineData("usb", true, true)]
    public async Task A_built_in_key_is_taken_where_the_computer_is_ones_own_only(string transport, bool isShared, bool isTaken)
    {
        var officer = (await world.PoliceAsync()).Officer;
        await using var scope = portal.Services.CreateAsyncScope();
        var keys = KeysOf(scope, officer, transport);

        var known = await keys.AnswerAsync(new KeyAnswer((await keys.AskAsync(officer.Id)).Sealed, "{}"), officer.Id, isShared, Ct);

        Assert.Equal(isTaken ? officer.Id : null, known?.Id);
        if (!isTaken)
            Assert.False(await keys.AddAsync(officer, new KeyAnswer((await keys.AskForNewAsync(officer)).Sealed, "{}"), "A key", isShared, Ct));
    }

    [Fact]
    public async Task An_answer_is_taken_once_and_from_whom_it_was_asked_only()
    {
        var police = await world.PoliceAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var keys = KeysOf(scope, police.Officer, "usb");
        var answer = new KeyAnswer((await keys.AskAsync(police.Officer.Id)).Sealed, "{}");

        Assert.Null(await keys.AnswerAsync(answer, police.Supervisor.Id, false, Ct));
        Assert.NotNull(await keys.AnswerAsync(answer, police.Officer.Id, false, Ct));
        Assert.Null(await keys.AnswerAsync(answer, police.Officer.Id, false, Ct));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static SecurityKeys KeysOf(AsyncServiceScope scope, User user, string transport)
    {
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext =
            new DefaultHttpContext { RequestServices = scope.ServiceProvider, Connection = { RemoteIpAddress = IPAddress.Loopback } };
        return ActivatorUtilities.CreateInstance<SecurityKeys>(
            scope.ServiceProvider, new AlwaysRight(scope.ServiceProvider.GetRequiredService<UserManager<User>>(), user.Id, transport));
    }

    /// <summary>Finds every answer of a key right, so that nothing but the portal's own rule is left to refuse it.</summary>
    private sealed class AlwaysRight(UserManager<User> users, Guid userId, string transport) : IPasskeyHandler<User>
    {
        private readonly UserPasskeyInfo key = new(
            Guid.NewGuid().ToByteArray(), [1], DateTimeOffset.UtcNow, 1, [transport], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [1], [1]);

        public Task<PasskeyCreationOptionsResult> MakeCreationOptionsAsync(PasskeyUserEntity userEntity, HttpContext httpContext) =>
            Task.FromResult(new PasskeyCreationOptionsResult { CreationOptionsJson = "{}", AttestationState = "" });

        public Task<PasskeyRequestOptionsResult> MakeRequestOptionsAsync(User? user, HttpContext httpContext) =>
            Task.FromResult(new PasskeyRequestOptionsResult { RequestOptionsJson = "{}", AssertionState = "" });

        public Task<PasskeyAttestationResult> PerformAttestationAsync(PasskeyAttestationContext context) => Task.FromResult(
            PasskeyAttestationResult.Success(key, new PasskeyUserEntity { Id = userId.ToString(), Name = "", DisplayName = "" }));

        public async Task<PasskeyAssertionResult<User>> PerformAssertionAsync(PasskeyAssertionContext context) =>
            PasskeyAssertionResult.Success(key, (await users.FindByIdAsync(userId.ToString()))!);
    }
}
