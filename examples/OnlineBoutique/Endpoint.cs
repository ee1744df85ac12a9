namespace OnlineBoutique;

/// <summary>Where one service of the shop is reached, by its clients and by the service itself: a port is written once.</summary>
/// <param name="Name">The service's name, which is its host name in the cluster.</param>
/// <param name="Port">The port that it listens on.</param>
public sealed record Endpoint(string Name, int Port)
{
    public static readonly Endpoint Ad = new("adservice", 9555);
    public static readonly Endpoint Cart = new("cartservice", 7070);
    public static readonly Endpoint Checkout = new("checkoutservice", 5050);
    public static readonly Endpoint Currency = new("currencyservice", 7000);
    public static readonly Endpoint Email = new("emailservice", 5000);
    public static readonly Endpoint Frontend = new("frontend", 80);
    public static readonly Endpoint Payment = new("paymentservice", 50051);
    public static readonly Endpoint ProductCatalog = new("productcatalogservice", 3550);
    public static readonly Endpoint Recommendation = new("recommendationservice", 8080);
    public static readonly Endpoint Redis = new("redis-cart", 6379);
    public static readonly Endpoint Shipping = new("shippingservice", 50051);
    public static readonly Endpoint ShoppingAssistant = new("shoppingassistantservice", 80);

    /// <summary>What a client connects to.</summary>
    public string Address => $"{Name}:{Port}";
}
